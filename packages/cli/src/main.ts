#!/usr/bin/env node
import { UserSigError } from '@usersig/core'
import { CliError, EXIT } from './exit.ts'
import { createProgram } from './program.ts'
import { err, note } from './terminal.ts'

// `usersig bulk users.csv | head` closes the pipe early, which is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
  process.exit(EXIT.ok)
})

try {
  await createProgram().parseAsync()
} catch (error) {
  if (!(error instanceof CliError) && !(error instanceof UserSigError)) throw error
  process.exitCode = EXIT.usage
  note(`${err.red('error:')} ${error.message}`)
  if (error.hint) note(err.dim(error.hint))
}
