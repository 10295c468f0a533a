import { fstatSync, type Stats } from 'node:fs'
import { text } from 'node:stream/consumers'
import { CliError } from './exit.ts'

/** The ticket of a call: its argument, or what comes through the pipe. */
export async function readTicketInput(argument: string | undefined): Promise<string> {
  if (argument !== undefined && argument !== '-') return argument
  if (process.stdin.isTTY) {
    throw new CliError('There is no ticket.', "Give it in quotes, or through a pipe: usersig doctor 'eJw…'")
  }
  checkInput()
  try {
    return await text(process.stdin)
  } catch (error) {
    const { syscall, code } = error as NodeJS.ErrnoException
    throw syscall === undefined ? error : new CliError(`The input cannot be read: ${code}.`)
  }
}

/** Node.js takes a folder for an empty input. */
export function checkInput(): void {
  if (statInput()?.isDirectory()) throw new CliError('The input is a folder, not a file.')
}

/** What the input is, where that can be known. */
export function statInput(): Stats | undefined {
  try {
    return fstatSync(0)
  } catch {
    return undefined
  }
}
