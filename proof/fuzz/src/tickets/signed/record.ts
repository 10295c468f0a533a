import type { MutateAndSign, Signed } from '../sample.ts'
import { plain, write } from './resign.ts'

/** Room records of other lengths, users, applications and versions in a ticket that is signed as it should be. */
export const record: MutateAndSign = (random, { app, signed, now }) => {
  const fields: Signed = signed?.userBuf === undefined ? plain(app, now) : signed
  const own = Buffer.from(String(fields.userBuf ?? 'AAAFYWxpY2VTck4AAAAnEGsNRQgAAAAqAAAAAA=='), 'base64')
  for (let n = random.below(3); n > 0 && own.length > 0; n--) own[random.below(own.length)] = random.below(256)
  const bytes = random.pick([
    own,
    own.subarray(random.below(4)),
    own.subarray(0, random.below(own.length + 1)),
    Buffer.concat([own, random.bytes(3)]),
  ])
  return write(random, { ...fields, userBuf: bytes.toString('base64') }, app)
}
