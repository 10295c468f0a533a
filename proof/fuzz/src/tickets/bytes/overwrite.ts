import { toTicket } from '../pack.ts'
import type { Mutate } from '../sample.ts'

/** Bytes by chance over some of the zlib stream. */
export const overwrite: Mutate = (random, { bytes }) => {
  const changed = Uint8Array.from(bytes)
  const length = Math.min(changed.length, random.pick([1, 2, 4, 32]))
  const fill = random.pick([random.bytes(length), new Uint8Array(length), new Uint8Array(length).fill(255)])
  changed.set(fill, random.below(changed.length - length + 1))
  return toTicket(changed)
}
