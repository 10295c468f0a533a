import { deflateRawSync } from 'node:zlib'
import { storedBlock, toTicket, wrap } from '../pack.ts'
import type { Mutate } from '../sample.ts'
import { randomBlocks } from './dynamic-tables.ts'

const NOTHING = new Uint8Array(0)

/** Empty blocks around the document, or the document in many small ones. */
export const manyBlocks: Mutate = (random, { document }) => {
  const content = Buffer.from(document)
  if (random.once(4)) return toTicket(wrap(randomBlocks(random, random.between(1, 40)), NOTHING))
  const blocks: Uint8Array[] = []
  if (random.once(2)) {
    for (let n = random.pick([1, 30, 31, 32, 33, 500]); n > 0; n--) blocks.push(storedBlock(NOTHING, false))
    blocks.push(random.once(2) ? storedBlock(content, true) : deflateRawSync(content, { memLevel: 1, windowBits: 9 }))
    return toTicket(wrap(Buffer.concat(blocks), content))
  }
  const size = Math.max(1, Math.ceil(content.length / random.pick([2, 16, 31, 32, 33, 100])))
  for (let at = 0; at < content.length; at += size) {
    blocks.push(storedBlock(content.subarray(at, at + size), at + size >= content.length))
  }
  return toTicket(wrap(Buffer.concat(blocks), content))
}
