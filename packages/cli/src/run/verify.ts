import { createUserSigner, type UserSigClaims, UserSigError } from '@usersig/core'
import { showDuration, showMoment } from '@usersig/doctor'
import { EXIT } from '../exit.ts'
import { type KeyOptions, needKey } from '../input/keys.ts'
import { type RoomChoice, toRoom } from '../input/room-choice.ts'
import { readTicketInput } from '../input/ticket-input.ts'
import { roomRows } from '../output/anatomy.ts'
import { sayTicketFault } from '../output/fault.ts'
import { err, escapeControls, note, out, print, printJson, quoted, redactAll, table } from '../output/terminal.ts'
import { language, words } from '../words/index.ts'

interface VerifyOptions extends KeyOptions, RoomChoice {
  readonly user?: string
  readonly privateMapKey?: true
  readonly json?: true
}

export async function verify(argument: string | undefined, options: VerifyOptions): Promise<void> {
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
    if (options.json) printJson({ valid: true, claims })
    else printClaims(claims)
  } catch (error) {
    if (!UserSigError.is(error)) throw error
    process.exitCode = EXIT.invalid
    await printFault(ticket, error, options.json)
  }
}

function printClaims(claims: UserSigClaims): void {
  const { valid, user, issued, until, inAll } = words.ticket
  print(out.green(valid))
  print(
    table([
      [user, quoted(claims.userId)],
      ['SDKAppID', String(claims.sdkAppId)],
      [issued, showMoment(claims.issuedAt)],
      [until, inAll(showMoment(claims.expiresAt), showDuration(claims.expire, language))],
      ...roomRows(claims),
    ]),
  )
}

async function printFault(ticket: string, error: UserSigError, json: true | undefined): Promise<void> {
  const { code, tencentCode } = error
  const { message, action } = redactAll(await sayTicketFault(ticket, error))
  if (json) {
    printJson({ valid: false, code, message, hint: action, tencentCode })
    return
  }
  const codes = message === words.ticket.none ? '' : err.dim(` (${code}${tencentCode ? `, ${tencentCode}` : ''})`)
  note(`${err.red(words.ticket.notValid)} ${escapeControls(message)}${codes}`)
  note(err.dim(action))
}
