import { constants, deflateRawSync } from 'node:zlib'
import { toTicket, wrap } from '../pack.ts'
import type { Mutate } from '../sample.ts'

const { Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY } = constants

/** What unpacks to far more: up to three megabytes out of three kilobytes. Made once, since that takes long. */
const BOMBS: readonly string[] = [2047, 2048, 2049, 20_000, 1_000_000, 3_000_000].flatMap((length) =>
  [0, 0x20, 0x5b, 0x7b].flatMap((byte) =>
    [Z_DEFAULT_STRATEGY, Z_FIXED, Z_HUFFMAN_ONLY].map((strategy) => {
      const content = Buffer.alloc(length, byte)
      return toTicket(wrap(deflateRawSync(content, { level: 9, strategy }), content))
    }),
  ),
)

export const bomb: Mutate = (random) => random.pick(BOMBS)
