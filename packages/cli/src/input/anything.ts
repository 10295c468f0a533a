import { createReadStream } from 'node:fs'
import type { Readable } from 'node:stream'
import { createLogReader } from '@usersig/doctor'
import { CliError } from '../exit.ts'
import { err, note } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import { checkInput, inputError } from './ticket-input.ts'

/** A text of this length is read whole; of a longer one the lines that can matter. */
const WHOLE = 65_536

/** What there is to diagnose: the words of the call, a file, a pipe, or what somebody pastes. */
export async function readAnything(anything: readonly string[], file: string | undefined): Promise<string> {
  const text = anything.join(' ')
  if (file !== undefined) {
    if (text !== '') throw new CliError(words.input.bothFileAndText)
    return await readStream(createReadStream(file), file)
  }
  if (anything.length > 0 && text !== '-') return nameCode(text)
  if (process.stdin.isTTY) return await askForAnything()
  checkInput()
  return await readStream(process.stdin)
}

/** Who writes a number in front of words means the code. */
const nameCode = (text: string): string => text.replace(/^\s*(-?\d{1,7})(?=[\s:,，：]+\D)/, 'code: $1')

/** Keeps little of a log, however long it is. */
async function readStream(stream: Readable, path?: string): Promise<string> {
  let head = ''
  let log: ReturnType<typeof createLogReader> | undefined
  try {
    for await (const chunk of decode(stream)) {
      if (log) log.write(chunk)
      else head += chunk
      if (log || head.length <= WHOLE) continue
      log = createLogReader()
      log.write(head)
      head = ''
    }
  } catch (error) {
    throw inputError(error, path)
  }
  // Of a log without a telling line nothing is left, and an empty text is another matter.
  return log ? log.end() || '-' : head
}

/** Windows PowerShell writes UTF-16 by default. */
async function* decode(stream: Readable): AsyncGenerator<string> {
  let decoder = new TextDecoder()
  let isFirst = true
  for await (const bytes of stream as AsyncIterable<Uint8Array>) {
    if (isFirst && bytes[0] === 0xff && bytes[1] === 0xfe) decoder = new TextDecoder('utf-16le')
    isFirst = false
    yield decoder.decode(bytes, { stream: true })
  }
  yield decoder.decode()
}

/** Ends with an empty line after something, or with Ctrl+D. */
async function askForAnything(): Promise<string> {
  const { createInterface } = await import('node:readline')
  // The terminal has to be ready for keys before anybody is asked.
  const lines = createInterface({ input: process.stdin, output: process.stderr })
  note(err.bold(words.input.ask))
  const kept: string[] = []
  let length = 0
  for await (const line of lines) {
    if (line.trim() === '' && kept.length > 0) break
    kept.push(line)
    length += line.length
    if (length > WHOLE) break
  }
  lines.close()
  const text = kept.join('\n').trim()
  if (text === '') throw new CliError(words.input.nothing, words.input.nothingHint)
  return text
}
