import { createUserSigner, type Privileges } from '@usersig/core'
import { CliError } from '../exit.ts'
import { needKey } from '../input/keys.ts'
import { PRESETS } from '../input/rights.ts'
import { type RoomChoice, toRoom } from '../input/room-choice.ts'
import { noteUserDoubts } from '../input/user-doubts.ts'
import { LONG_LIFETIME } from '../limits.ts'
import { shortDuration } from '../output/short-time.ts'
import { err, note, print, printJson } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import type { SignOptions } from './sign.ts'

interface RoomOptions extends SignOptions, RoomChoice {
  readonly as: string
}

export async function signRoom(userId: string, options: RoomOptions): Promise<void> {
  const room = toRoom(options)
  if (!room) throw new CliError(words.room.none, words.room.noneHint)
  const privileges = readRights(options.as)
  const key = await needKey(options)
  const issued = createUserSigner(key).issue(userId, { ...room, privileges, expire: options.expire })
  await noteUserDoubts(issued, key)
  if (options.expire > LONG_LIFETIME) note(err.yellow(words.duration.veryLong))
  if (options.json) return printJson(issued)
  print(issued.privateMapKey as string)
  note(
    err.dim(
      words.ticket.rightsFor(shortDuration(issued.expire), issued.privileges?.join(', ') || words.ticket.noRights),
    ),
  )
  if (options.qr) note((await import('../output/qr.ts')).drawQr(issued.privateMapKey as string))
}

function readRights(text: string): Privileges {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  return (PRESETS.includes(text) ? text : text.split(',').map((name) => name.trim())) as Privileges
}
