import { toTicket, wrap } from '../pack.ts'
import type { Mutate } from '../sample.ts'

/** Another type of the first block, or another mark of the last. */
export const blockType: Mutate = (random, { bytes, document }) => {
  const stream = Buffer.from(bytes.subarray(2, -4))
  stream[0] = ((stream[0] ?? 0) & 0xf8) | random.below(8)
  return toTicket(wrap(stream, Buffer.from(document)))
}
