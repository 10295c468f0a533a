import { createUserSigner, UserSigError } from '@usersig/core'
import { showDuration, showMoment } from '@usersig/doctor'
import type { Command } from 'commander'
import { roomRows } from '../anatomy.ts'
import { EXIT } from '../exit.ts'
import { type KeyOptions, needKey, withKeyOptions } from '../keys.ts'
import { err, escapeControls, note, out, print, printJson, quoted, redactAll, table } from '../terminal.ts'
import { readTicketInput } from '../ticket-input.ts'
import { type RoomChoice, toRoom, withRoomOptions } from './room.ts'

interface VerifyOptions extends KeyOptions, RoomChoice {
  readonly user?: string
  readonly privateMapKey?: true
  readonly json?: true
}

const HELP = `
It is as strict as your server: a ticket in quotes is refused. usersig doctor tells what to do about it.
Exit code 0 for a valid ticket, 1 for one that is not.`

export function addVerify(program: Command): void {
  withRoomOptions(withKeyOptions(program.command('verify [ticket]')))
    .description('verify a UserSig, or with a room a PrivateMapKey')
    .option('-u, --user <userId>', 'the one UserID to accept')
    .option('--private-map-key', 'verify a PrivateMapKey of any room')
    .option('--json', 'the claims, or the error, as JSON')
    .addHelpText('after', HELP)
    .action(async (argument: string | undefined, options: VerifyOptions) => {
      const ticket = (await readTicketInput(argument)).trimEnd()
      const room = toRoom(options)
      const signer = createUserSigner(await needKey(options))
      const user = options.user === undefined ? {} : { userId: redactAll(options.user) }
      try {
        const claims = redactAll(
          room || options.privateMapKey
            ? signer.verifyPrivateMapKey(ticket, { ...user, ...room })
            : signer.verifyUserSig(ticket, user),
        )
        if (options.json) return printJson({ valid: true, claims })
        print(out.green('Valid.'))
        print(
          table([
            ['user', quoted(claims.userId)],
            ['SDKAppID', String(claims.sdkAppId)],
            ['issued', showMoment(claims.issuedAt)],
            ['until', `${showMoment(claims.expiresAt)}, ${showDuration(claims.expire)} in all`],
            ...roomRows(claims),
          ]),
        )
      } catch (error) {
        if (!(error instanceof UserSigError)) throw error
        process.exitCode = EXIT.invalid
        const { code, hint, tencentCode } = error
        const message = redactAll(error.message)
        if (options.json) return printJson({ valid: false, code, message, hint, tencentCode })
        note(
          `${err.red('Not valid:')} ${escapeControls(message)} ${err.dim(`(${code}${tencentCode ? `, ${tencentCode}` : ''})`)}`,
        )
        note(err.dim(hint))
      }
    })
}
