import type { WriteStream } from 'node:tty'
import { stripVTControlCharacters } from 'node:util'
import picocolors from 'picocolors'

type Colors = ReturnType<typeof picocolors.createColors>

// `hasColors` knows NO_COLOR and the terminal; FORCE_COLOR also colours what goes into a pipe.
function hasColors(stream: NodeJS.WriteStream): boolean {
  const { FORCE_COLOR: forced } = process.env
  if (forced !== undefined && forced !== '0') return true
  return Boolean(stream.isTTY) && (stream as WriteStream).hasColors()
}

/** Colours for standard output, or none. */
export const out: Colors = picocolors.createColors(hasColors(process.stdout))

/** Colours for standard error, or none. */
export const err: Colors = picocolors.createColors(hasColors(process.stderr))

export function print(text: string): void {
  process.stdout.write(`${wrap(text, process.stdout.columns)}\n`)
}

/** For what is no result: it stays out of files and pipes. */
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

/** How many columns a text takes, whatever its colours. */
export const widthOf = (text: string): number => stripVTControlCharacters(text).length

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
  const [start] = /^ *(?:[✗✓!·] |\S+ {2,})?/.exec(stripVTControlCharacters(line)) ?? ['']
  const indent = Math.min(start.length, columns >> 1)
  let width = 0
  return line.split(' ').reduce((wrapped, word, index) => {
    const size = widthOf(word)
    if (width > indent && width + 1 + size > columns) {
      width = indent + size
      return `${wrapped}\n${' '.repeat(indent)}${word}`
    }
    width += size + (index > 0 ? 1 : 0)
    return index > 0 ? `${wrapped} ${word}` : word
  }, '')
}

// Where no word begins, as behind %22, the third character tells zlib and JSON from the middle of a word.
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
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${indent}${out.dim(name.padEnd(width))}  ${value}`).join('\n')
}
