import { toTicket } from '../pack.ts'
import type { Mutate } from '../sample.ts'

/** A few other bits in the zlib stream. */
export const flipBits: Mutate = (random, { bytes }) => {
  const changed = Uint8Array.from(bytes)
  for (let n = random.between(1, 5); n > 0; n--) {
    const at = random.below(changed.length)
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8))
  }
  return toTicket(changed)
}
