import { createUserSigner } from '@usersig/core'
import { type KeyOptions, needKey } from '../keys.ts'
import { LONG_LIFETIME } from '../limits.ts'
import { shortDuration, shortMoment } from '../short-time.ts'
import { err, note, print, printJson } from '../terminal.ts'
import { noteUserDoubts } from '../user-doubts.ts'
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
  if (options.qr) note((await import('../qr.ts')).drawQr(issued.userSig))
}
