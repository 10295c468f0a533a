import { fstatSync, type Stats } from 'node:fs'
import { text } from 'node:stream/consumers'
import { CliError } from '../exit.ts'
import { words } from '../words/index.ts'

/** The ticket of a call: its argument, or what comes through the pipe. */
export async function readTicketInput(argument: string | undefined): Promise<string> {
  if (argument !== undefined && argument !== '-') return argument
  if (process.stdin.isTTY) throw new CliError(words.input.noTicket, words.input.noTicketHint)
  checkInput()
  try {
    return await text(process.stdin)
  } catch (error) {
    throw inputError(error)
  }
}

/** What the system says about an input that cannot be read; a fault of the program stays what it is. */
export function inputError(error: unknown, path?: string): unknown {
  const { syscall, code } = error as NodeJS.ErrnoException
  if (syscall === undefined) return error
  if (path === undefined) return new CliError(words.input.cannotRead(String(code)))
  if (code === 'EISDIR') return new CliError(words.input.fileIsFolder(path))
  return new CliError(words.input.fileCannotRead(path, String(code)))
}

/** Node.js takes a folder for an empty input. */
export function checkInput(): void {
  if (statInput()?.isDirectory()) throw new CliError(words.input.isFolder)
}

/** What the input is, where that can be known. */
export function statInput(): Stats | undefined {
  try {
    return fstatSync(0)
  } catch {
    return undefined
  }
}
