import { toTicket } from '../pack.ts'
import type { Mutate } from '../sample.ts'

/** Something in front of the zlib stream, in it, or behind it: bytes by chance, or a second stream. */
export const append: Mutate = (random, { bytes }, corpus) => {
  const at = random.pick([0, bytes.length, bytes.length, bytes.length - 4, random.below(bytes.length)])
  const more = random.pick([
    random.bytes(random.between(1, 12)),
    new Uint8Array(random.between(1, 12)),
    random.pick(corpus).bytes,
  ])
  return toTicket(Buffer.concat([bytes.subarray(0, at), more, bytes.subarray(at)]))
}
