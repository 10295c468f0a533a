import type { WriteStream } from 'node:tty'
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
  process.stdout.write(`${text}\n`)
}

/** For what is no result: it stays out of files and pipes. */
export function note(text: string): void {
  process.stderr.write(`${text}\n`)
}

export function printJson(value: unknown): void {
  print(JSON.stringify(value, jsonValue, 2))
}

function jsonValue(_name: string, value: unknown): unknown {
  return value instanceof Uint8Array ? Buffer.from(value).toString('base64') : value
}

/** Lines of two columns; the second is wrapped nowhere, as terminals do that themselves. */
export function table(rows: readonly (readonly [name: string, value: string])[], indent = '  '): string {
  const width = Math.max(...rows.map(([name]) => name.length))
  return rows.map(([name, value]) => `${indent}${out.dim(name.padEnd(width))}  ${value}`).join('\n')
}
