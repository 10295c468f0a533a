import { deflateRawSync } from 'node:zlib'
import { toTicket, wrap } from '../pack.ts'
import type { Mutate } from '../sample.ts'

/** The dynamic codes of the document itself, with a bit or two of their description turned. */
export const tablesOfTicket: Mutate = (random, { document }) => {
  const content = Buffer.from(document)
  const stream = deflateRawSync(content, { memLevel: 1, windowBits: 9, level: random.between(1, 9) })
  for (let n = random.between(1, 2); n > 0; n--) {
    const at = random.below(Math.min(stream.length, 60))
    stream[at] = (stream[at] ?? 0) ^ (1 << random.below(8))
  }
  return toTicket(wrap(stream, content))
}
