import { type Document, isMap, isNode, isScalar, LineCounter, parseDocument } from 'yaml'
import { ConfigError } from './config-error.ts'

/** Largest file that is read, in characters. */
const MAX_LENGTH = 1_000_000

/** Names of members and numbers of elements, from the root on. */
export type Path = readonly (string | number)[]

/** A configuration as it was written, and where each part of it stands. */
export interface SourceText {
  readonly value: unknown
  /** Line and column of a value, or of the name of a member. */
  place(path: Path, name?: string): { readonly line?: number; readonly column?: number }
}

/**
 * Reads JSON, or YAML, of which JSON is a part.
 *
 * @throws ConfigError with line and column
 */
export function readSource(text: string, file: string): SourceText {
  if (text.length > MAX_LENGTH)
    throw new ConfigError([{ path: '', message: `it is larger than ${MAX_LENGTH} bytes` }], file)
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false })
  const kind = file.endsWith('.json') ? 'JSON' : 'YAML'
  if (document.errors.length > 0) {
    const faults = document.errors.map(({ message, pos }) => ({
      path: '',
      message: `it is not valid ${kind} here: ${message}`,
      ...toPlace(lines, pos[0]),
    }))
    throw new ConfigError(faults, file)
  }
  return { value: toValue(document, file), place: (path, name) => toPlace(lines, findOffset(document, path, name)) }
}

/** A value that was made by a program. */
export function withoutSource(value: unknown): SourceText {
  return { value, place: () => ({}) }
}

function toValue(document: Document, file: string): unknown {
  try {
    return document.toJS({ maxAliasCount: 0 })
  } catch {
    throw new ConfigError([{ path: '', message: 'it uses aliases (*name): write the value where it is needed' }], file)
  }
}

function findOffset(document: Document, path: Path, name: string | undefined): number | undefined {
  const node = path.length === 0 ? document.contents : document.getIn(path, true)
  if (name !== undefined && isMap(node)) {
    const key = node.items.map((pair) => pair.key).find((each) => isScalar(each) && each.value === name)
    if (isNode(key)) return key.range?.[0]
  }
  return isNode(node) ? node.range?.[0] : undefined
}

function toPlace(lines: LineCounter, offset: number | undefined) {
  if (offset === undefined) return {}
  const { line, col } = lines.linePos(offset)
  return line === 0 ? {} : { line, column: col }
}
