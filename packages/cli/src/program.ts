import { createRequire } from 'node:module'
import { Command } from 'commander'
import { addBulk } from './commands/bulk.ts'
import { addDoctor } from './commands/doctor.ts'
import { addExplain } from './commands/explain.ts'
import { addInspect } from './commands/inspect.ts'
import { addRoom } from './commands/room.ts'
import { addServe } from './commands/serve.ts'
import { addSign } from './commands/sign.ts'
import { addVerify } from './commands/verify.ts'
import { addCompletion } from './completion.ts'
import { EXIT } from './exit.ts'
import { redact, wrap } from './terminal.ts'

const { version } = createRequire(import.meta.url)('../package.json') as { version: string }

const HELP = `
The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY, from --key-file, or is asked for; it is never shown.
Exit codes: 0 all is well, 1 the ticket does not work, 2 wrong call, 3 the key is missing to know.

Completion: source <(usersig complete bash), and the same for zsh, fish and powershell.`

/** The command line, ready to parse. */
export function createProgram(): Command {
  const program = new Command('usersig')
    .description('UserSig and PrivateMapKey, the tickets of Tencent Cloud Chat, TRTC, Live and Call.')
    .version(version)
    .showHelpAfterError('(usersig --help tells more)')
    .addHelpText('after', HELP)
    .configureHelp({ minWidthToWrap: 20 })
    .configureOutput({
      writeOut: (text) => process.stdout.write(wrap(text, process.stdout.columns)),
      writeErr: (text) => process.stderr.write(wrap(text, process.stderr.columns)),
      outputError: (text, write) => write(redact(text)),
    })
    // Commander's own code for wrong usage is 1, which means something else here.
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? EXIT.ok : EXIT.usage))
  for (const add of [addSign, addRoom, addVerify, addInspect, addDoctor, addExplain, addBulk, addServe]) add(program)
  for (const command of program.commands) {
    command.copyInheritedSettings(program).showHelpAfterError(`(usersig ${command.name()} --help tells more)`)
  }
  addCompletion(program)
  return program
}
