import { type DiagnoseContext, diagnose } from '@usersig/doctor'
import { type Command, Option } from 'commander'
import { parseInteger } from '../duration.ts'
import { EXIT } from '../exit.ts'
import { findKeys, type KeyOptions, withKeyOptions } from '../keys.ts'
import { drawDiagnosis } from '../report.ts'
import { print, printJson, redactAll } from '../terminal.ts'
import { readTicketInput } from '../ticket-input.ts'
import { type RoomChoice, toRoom, withRoomOptions } from './room.ts'

interface DoctorOptions extends KeyOptions, RoomChoice {
  readonly user?: string
  readonly clientAppid?: number
  readonly expect?: DiagnoseContext['expect']
  readonly json?: true
}

const HELP = `
The ticket may be in any state: cut off, URL-encoded, in quotes, in a log line or a JSON answer.
  usersig doctor 'eJw…' --user alice
  pbpaste | usersig doctor --key-file apps.json --room 10000

Every key at hand is tried: apps.json may hold many, [{ "sdkAppId": 1400000000, "secretKey": "…" }].
Without a key all but the signature is checked.

Exit code 0 for a ticket that works, 1 for one that does not, 3 if only the key is missing to know.`

const EXIT_CODES = { valid: EXIT.ok, invalid: EXIT.invalid, unverified: EXIT.unverified, none: EXIT.invalid } as const

export function addDoctor(program: Command): void {
  withRoomOptions(withKeyOptions(program.command('doctor [ticket]')))
    .description('find out why a login fails, and what to do about it')
    .option('-u, --user <userId>', 'UserID that logs in')
    .addOption(
      new Option('--client-appid <id>', 'SDKAppID that the client is started with (default: --sdkappid)').argParser(
        parseInteger,
      ),
    )
    .addOption(new Option('--expect <kind>', 'what it is meant to be').choices(['user_sig', 'private_map_key']))
    .option('--json', 'the diagnosis as JSON, without the ticket')
    .addHelpText('after', HELP)
    .action(async (argument: string | undefined, options: DoctorOptions) => {
      const { user, clientAppid = options.sdkappid, expect, json } = options
      const found = diagnose(await readTicketInput(argument), {
        keys: findKeys(options),
        ...toRoom(options),
        ...(user !== undefined && { userId: redactAll(user) }),
        ...(clientAppid !== undefined && { sdkAppId: clientAppid }),
        ...(expect !== undefined && { expect }),
      })
      const diagnosis = redactAll(found)
      process.exitCode = EXIT_CODES[diagnosis.verdict]
      if (json) printJson(diagnosis)
      else print(drawDiagnosis(diagnosis))
    })
}
