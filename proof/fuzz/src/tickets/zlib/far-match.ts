import { toTicket, wrap } from '../pack.ts'
import type { Mutate } from '../sample.ts'
import { BitWriter } from './bit-writer.ts'

/** Matches of all lengths and distances in the fixed code, many of them from before the beginning. */
export const farMatch: Mutate = (random) => {
  const out = new BitWriter().write(1, 1).write(1, 2)
  for (let n = random.between(1, 40); n > 0; n--) out.writeCode({ code: 0x30 + random.below(144), length: 8 })
  for (let n = random.pick([1, 10, 200]); n > 0; n--) {
    const long = random.once(3)
    // RFC 1951, section 3.2.6: codes 256 to 279 have seven bits, 280 to 287 eight.
    out.writeCode(long ? { code: 0xc0 + random.below(8), length: 8 } : { code: random.between(1, 23), length: 7 })
    out.write(random.uint32(), random.below(6)).writeCode({ code: random.below(32), length: 5 })
    out.write(random.uint32(), random.below(14))
  }
  out.write(0, 7)
  return toTicket(wrap(out.finish(), new Uint8Array(0)))
}
