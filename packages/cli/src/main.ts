#!/usr/bin/env node
import { UserSigError } from '@usersig/core'
import { CliError, EXIT } from './exit.ts'
import { createProgram } from './program.ts'
import { err, escapeControls, note, redact } from './terminal.ts'

function fail(message: string, hint?: string): void {
  process.exitCode = EXIT.usage
  note(`${err.red('error:')} ${escapeControls(redact(message))}`)
  if (hint) note(err.dim(hint))
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `usersig bulk users.csv | head` closes the pipe early, which is no fault.
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  fail(`The result cannot be written: ${error.code}.`)
  process.exit()
})

try {
  await createProgram().parseAsync()
} catch (error) {
  if (!(error instanceof CliError) && !(error instanceof UserSigError)) throw error
  fail(error.message, error.hint)
}
