import { text } from 'node:stream/consumers'
import { CliError } from './exit.ts'

/** The ticket of a call: its argument, or what comes through the pipe. */
export async function readTicketInput(argument: string | undefined): Promise<string> {
  if (argument !== undefined && argument !== '-') return argument
  if (process.stdin.isTTY) {
    throw new CliError('There is no ticket.', "Give it in quotes, or through a pipe: usersig doctor 'eJw…'")
  }
  return await text(process.stdin)
}
