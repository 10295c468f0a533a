/** Exit codes, as the README documents them. */
export const EXIT = {
  /** All is well. */
  ok: 0,
  /** The ticket does not work. */
  invalid: 1,
  /** The call itself is wrong: an option, a file, a key. */
  usage: 2,
  /** Nothing is wrong with the ticket, but its signature could not be checked for want of a key. */
  unverified: 3,
} as const

/** Ends the program with a message for the user, without a stack. */
export class CliError extends Error {
  readonly hint: string | undefined

  constructor(message: string, hint?: string) {
    super(message)
    this.hint = hint
  }
}
