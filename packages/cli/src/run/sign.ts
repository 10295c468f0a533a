import { createUserSigner } from '@usersig/core'
import { type KeyOptions, needKey } from '../input/keys.ts'
import { noteUserDoubts } from '../input/user-doubts.ts'
import { LONG_LIFETIME } from '../limits.ts'
import { shortDuration, shortMoment } from '../output/short-time.ts'
import { err, note, print, printJson } from '../output/terminal.ts'
import { words } from '../words/index.ts'

export interface SignOptions extends KeyOptions {
  readonly expire: number
  readonly json?: true
  readonly qr?: true
}

export async function sign(userId: string, options: SignOptions): Promise<void> {
  const key = await needKey(options)
  const issued = createUserSigner(key).issue(userId, { expire: options.expire })
  await noteUserDoubts(issued, key)
  if (options.expire > LONG_LIFETIME) note(err.yellow(words.duration.veryLong))
  if (options.json) return printJson(issued)
  print(issued.userSig)
  note(err.dim(words.ticket.validFor(shortDuration(issued.expire), shortMoment(issued.expiresAt))))
  if (options.qr) note((await import('../output/qr.ts')).drawQr(issued.userSig))
}
