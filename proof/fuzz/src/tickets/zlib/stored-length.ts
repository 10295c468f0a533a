import { storedBlock, toTicket, wrap } from '../pack.ts'
import type { Mutate } from '../sample.ts'

/** A stored block that says it is longer, shorter, or contradicts itself. */
export const storedLength: Mutate = (random, { document }) => {
  const content = Buffer.from(document)
  const block = storedBlock(content, !random.once(4))
  const length = random.pick([0, 1, content.length - 1, content.length + 1, content.length + 4, 0x7fff, 0xffff])
  block.writeUInt16LE(Math.max(0, length), 1)
  if (!random.once(4)) block.writeUInt16LE(~length & 0xffff, 3)
  if (random.once(4)) block[0] = random.below(256)
  const covered = random.once(2) ? content.subarray(0, length) : content
  return toTicket(wrap(block, covered))
}
