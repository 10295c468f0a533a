import type { UserSigError } from '@usersig/core'
import { CliError, EXIT } from './exit.ts'
import { textsOf, withCommand } from './input/arguments.ts'
import { sayFault } from './output/fault.ts'
import { err, escapeControls, note, redact } from './output/terminal.ts'
import { createProgram } from './program.ts'
import { words } from './words/index.ts'

function fail(message: string, hint?: string): void {
  process.exitCode = EXIT.usage
  note(`${err.red(words.error)}${escapeControls(redact(message))}`)
  if (hint) note(err.dim(hint))
}

/** By its brand's members: two copies of the core in one program are ordinary. */
function isUserSigError(error: unknown): error is UserSigError {
  return error instanceof Error && error.name === 'UserSigError' && 'code' in error && 'hint' in error
}

/** Without a command it asks what there is, where somebody can answer. */
async function run(args: readonly string[]): Promise<void> {
  const isBare =
    args.length === 0 || (/^--lang(=|$)/.test(args[0] ?? '') && args.length <= (args[0] === '--lang' ? 2 : 1))
  if (isBare && process.stdin.isTTY && process.stderr.isTTY)
    return await (await import('./run/doctor.ts')).doctor([], {})
  const program = await createProgram(args)
  // What completes looks for its own place in the whole command line.
  if (args[0] === 'complete') return void (await program.parseAsync())
  const commands = program.commands.flatMap((command) => [command.name(), ...command.aliases()])
  await program.parseAsync(textsOf(withCommand(args, [...commands, 'help'])), { from: 'user' })
}

process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  // `usersig bulk users.csv | head` closes the pipe early, which is not an error.
  if (error.code === 'EPIPE') process.exit(EXIT.ok)
  fail(words.result.cannotWrite(String(error.code)))
  process.exit()
})

try {
  await run(process.argv.slice(2))
} catch (error) {
  if (error instanceof CliError) fail(error.message, error.hint)
  else if (isUserSigError(error)) {
    const { message, action } = await sayFault(error)
    fail(message, action)
  } else throw error
}
