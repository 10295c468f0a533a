import { toTicket } from '../pack.ts'
import type { Mutate } from '../sample.ts'

/** A wrong Adler-32: another one, none, of the other byte order, or part of it. */
export const checksum: Mutate = (random, { bytes }) => {
  const body = bytes.subarray(0, -4)
  const sum = Buffer.from(bytes.subarray(-4))
  const other = random.pick([
    random.bytes(4),
    sum.reverse(),
    new Uint8Array(4),
    sum.subarray(1),
    sum.subarray(0, 2),
    Buffer.concat([sum, sum]),
  ])
  return toTicket(Buffer.concat([body, other]))
}
