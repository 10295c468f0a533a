import type { WriteStream } from 'node:tty'
import { stripVTControlCharacters, styleText } from 'node:util'

type Style = 'bold' | 'dim' | 'red' | 'green' | 'yellow' | 'blue' | 'magenta' | 'cyan' | 'white'
type Colors = Readonly<Record<Style, (text: string) => string>>

// `hasColors` knows NO_COLOR and the terminal; FORCE_COLOR also colours what goes into a pipe.
function hasColors(stream: NodeJS.WriteStream): boolean {
  const { FORCE_COLOR: forced } = process.env
  if (forced !== undefined && forced !== '0') return true
  return Boolean(stream.isTTY) && (stream as WriteStream).hasColors()
}

function colorsFor(stream: NodeJS.WriteStream): Colors {
  const isColored = hasColors(stream)
  const paint = (style: Style) => (text: string) =>
    isColored ? styleText(style, text, { validateStream: false }) : text
  const [bold, dim, red, green, yellow] = [paint('bold'), paint('dim'), paint('red'), paint('green'), paint('yellow')]
  const [blue, magenta, cyan, white] = [paint('blue'), paint('magenta'), paint('cyan'), paint('white')]
  return { bold, dim, red, green, yellow, blue, magenta, cyan, white }
}

/** Colours for standard output, or none. */
export const out: Colors = colorsFor(process.stdout)

/** Colours for standard error, or none. */
export const err: Colors = colorsFor(process.stderr)

export function print(text: string): void {
  process.stdout.write(`${wrap(text, process.stdout.columns)}\n`)
}

/** For a line that is there to be copied: it is not broken. */
export function printLine(line: string): void {
  process.stdout.write(`${line}\n`)
}

/** For what is not a result: it stays out of files and pipes. */
export function note(text: string): void {
  process.stderr.write(`${wrap(text, process.stderr.columns)}\n`)
}

export function printJson(value: unknown): void {
  const lines = JSON.stringify(value, jsonValue, 2).split('\n')
  process.stdout.write(`${lines.map(escapeControls).join('\n')}\n`)
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for.
const CONTROLS = /[\u0000-\u001f\u007f-\u009f\u2028\u2029]/g

/** Keeps foreign text from steering the terminal. */
export const escapeControls = (text: string): string =>
  text.replace(CONTROLS, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** A foreign value in quotes; JSON alone leaves some control characters as they are. */
export const quoted = (value: unknown): string => escapeControls(String(JSON.stringify(value)))

// Chinese characters and full-width signs take two columns. Source: Unicode Standard Annex 11.
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/g

/** How many columns a text takes, whatever its colours. */
export function widthOf(text: string): number {
  const plain = stripVTControlCharacters(text)
  return plain.length + (plain.match(WIDE)?.length ?? 0)
}

/** A text with spaces after it, up to a width. */
export const padTo = (text: string, width: number): string => text + ' '.repeat(Math.max(0, width - widthOf(text)))

/**
 * Breaks lines at spaces, as a terminal breaks them in the middle of words. What follows hangs below what a mark or a
 * name stands before.
 *
 * @param columns - How wide the terminal is; nothing is broken where there is none.
 */
export function wrap(text: string, columns: number | undefined): string {
  if (!columns) return text
  return text
    .split('\n')
    .map((line) => (widthOf(line) > columns ? wrapLine(line, columns) : line))
    .join('\n')
}

function wrapLine(line: string, columns: number): string {
  const [start] = /^ *(?:[✗✓!·-] |\d\. |\S+ {2,})?/.exec(stripVTControlCharacters(line)) ?? ['']
  const indent = Math.min(widthOf(start), columns >> 1)
  let width = 0
  return piecesOf(line).reduce((wrapped, piece) => {
    const size = widthOf(piece)
    const space = piece.startsWith(' ') ? 1 : 0
    if (width > indent && width + size > columns) {
      width = indent + size - space
      return `${wrapped}\n${' '.repeat(indent)}${piece.slice(space)}`
    }
    width += size
    return wrapped + piece
  }, '')
}

/** Chinese breaks between any two characters, but not before a sign that ends something. */
const BREAKS = /(?= )|(?<=[\u2e80-\u9fff，。：；！？、）”])(?=[\u2e80-\u9fff（“])/

const piecesOf = (line: string): string[] => line.split(BREAKS)

// Where no word begins, as after %22, the third character tells zlib and JSON from the middle of a word.
const TICKET = /(?:\be[AJy]|e(?:A[E-H]|F[4-7]|J[w-z]|N[o-r]|y[AJ]))[\w*+/=%.-]{30,}…?/g
const KEY = /(?:[0-9a-fA-F]{32,}|-----BEGIN[^']*)…?/g
const LONG_KEY = /(?:[0-9a-fA-F]{33,}|-----BEGIN[^']*)…?/g

/** Takes keys and tickets out of a message: what was typed at the wrong place must not get into a log. */
export const redact = (message: string): string => message.replace(TICKET, '…').replace(KEY, '…')

/** The same for all texts of a result, in which a UserID may well be 32 hex digits. */
export function redactAll<T>(value: T): T {
  if (typeof value === 'string') return value.replace(TICKET, '…').replace(LONG_KEY, '…') as T
  if (Array.isArray(value)) return value.map(redactAll) as T
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return value
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, redactAll(each)])) as T
}

function jsonValue(_name: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}

/** Lines of two columns. */
export function table(rows: readonly (readonly [name: string, value: string])[], indent = '  '): string {
  const width = Math.max(...rows.map(([name]) => widthOf(name)))
  return rows.map(([name, value]) => `${indent}${out.dim(padTo(name, width))}  ${value}`).join('\n')
}
