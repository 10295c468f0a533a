import { constants, deflateRawSync, gzipSync, inflateRawSync } from 'node:zlib'
import { BitWriter, type Code } from './bits.ts'
import { FIXED, startBlock, writeBadMatch, writeBlocks, writeSparse, writeSymbols } from './blocks.ts'
import { END_OF_BLOCK, randomBlocks } from './deflate.ts'
import { times } from './edit.ts'
import { storedBlock, toTicket, wrap } from './pack.ts'
import type { Changes } from './sample.ts'

const NOTHING = new Uint8Array(0)

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

/** Changes of the structure of the zlib stream. */
export const ZLIB: Changes = {
  /** Other methods, windows, dictionaries, a wrong check of the header, gzip, or no header at all. */
  header(random, { bytes, document }) {
    if (random.once(8)) return toTicket(random.pick([gzipSync, deflateRawSync])(document))
    const changed = Uint8Array.from(bytes)
    const method = random.pick([0x78, 0x08, 0x18, 0x88, 0xf8, 0x79, random.below(256)])
    let flags = random.pick([0x20, 0xe0, random.below(256)])
    // Most have the right check, or nothing after it would be reached.
    if (!random.once(4)) flags = (flags & 0xe0) | ((31 - (((method << 8) | (flags & 0xe0)) % 31)) % 31)
    changed[0] = method
    changed[1] = flags
    return toTicket(changed)
  },

  /** Another type of the first block, or another mark of the last. */
  blockType(random, { bytes, document }) {
    const stream = Buffer.from(bytes.subarray(2, -4))
    stream[0] = ((stream[0] ?? 0) & 0xf8) | random.below(8)
    return toTicket(wrap(stream, Buffer.from(document)))
  },

  /** A stored block that says it is longer, shorter, or contradicts itself. */
  storedLength(random, { document }) {
    const content = Buffer.from(document)
    const block = storedBlock(content, !random.once(4))
    const length = random.pick([0, 1, content.length - 1, content.length + 1, content.length + 4, 0x7fff, 0xffff])
    block.writeUInt16LE(Math.max(0, length), 1)
    if (!random.once(4)) block.writeUInt16LE(~length & 0xffff, 3)
    if (random.once(4)) block[0] = random.below(256)
    return toTicket(wrap(block, random.once(2) ? content.subarray(0, length) : content))
  },

  /** Empty blocks around the document, or the document in many small ones. */
  manyBlocks(random, { document }) {
    const content = Buffer.from(document)
    if (random.once(4)) return toTicket(wrap(randomBlocks(random, random.between(1, 40)), NOTHING))
    const blocks: Uint8Array[] = []
    if (random.once(2)) {
      times(random.pick([1, 30, 31, 32, 33, 500]), () => blocks.push(storedBlock(NOTHING, false)))
      blocks.push(random.once(2) ? storedBlock(content, true) : deflateRawSync(content, { memLevel: 1, windowBits: 9 }))
      return toTicket(wrap(Buffer.concat(blocks), content))
    }
    const size = Math.max(1, Math.ceil(content.length / random.pick([2, 16, 31, 32, 33, 100])))
    for (let at = 0; at < content.length; at += size) {
      blocks.push(storedBlock(content.subarray(at, at + size), at + size >= content.length))
    }
    return toTicket(wrap(Buffer.concat(blocks), content))
  },

  /** Blocks whose Huffman codes are drawn by chance: most of them valid, and as costly as can be. */
  dynamicTables(random, { document }) {
    const content = Buffer.from(document)
    if (random.once(2)) return toTicket(wrap(randomBlocks(random, 1, content), content))
    return toTicket(wrap(randomBlocks(random, random.pick([1, 2, 8, 31, 32, 33])), NOTHING))
  },

  /** The dynamic codes of the document itself, with a bit or two of their description turned. */
  tablesOfTicket(random, { document }) {
    const content = Buffer.from(document)
    const stream = deflateRawSync(content, { memLevel: 1, windowBits: 9, level: random.between(1, 9) })
    times(random.between(1, 2), () => {
      const at = random.below(Math.min(stream.length, 60))
      stream[at] = (stream[at] ?? 0) ^ (1 << random.below(8))
    })
    return toTicket(wrap(stream, content))
  },

  /** Matches of all lengths and distances in the fixed code, many of them from before the beginning. */
  farMatch(random) {
    const { literals, distances } = FIXED
    const out = startBlock(new BitWriter(), 'fixed', true)
    times(random.between(1, 40), () => out.writeCode(literals[random.below(144)] as Code))
    times(random.pick([1, 10, 200]), () => {
      out.writeCode(literals[random.once(3) ? 280 + random.below(8) : 256 + random.between(1, 23)] as Code)
      out.write(random.uint32(), random.below(6)).writeCode(distances[random.below(32)] as Code)
      out.write(random.uint32(), random.below(14))
    })
    return toTicket(wrap(out.writeCode(literals[END_OF_BLOCK] as Code).finish(), NOTHING))
  },

  /** A wrong Adler-32: another one, none, of the other byte order, or part of it. */
  checksum(random, { bytes }) {
    const sum = Buffer.from(bytes.subarray(-4))
    const other = random.pick([
      random.bytes(4),
      sum.reverse(),
      new Uint8Array(4),
      sum.subarray(1),
      sum.subarray(0, 2),
      Buffer.concat([sum, sum]),
    ])
    return toTicket(Buffer.concat([bytes.subarray(0, -4), other]))
  },

  /** What unpacks to far more than it is. */
  bomb: (random) => random.pick(BOMBS),

  /** One block of the fixed code, as any packer might write it. */
  fixed(random, { document }) {
    const content = Buffer.from(document)
    return toTicket(wrap(writeBlocks(random, content, 1, ['fixed']).finish(), content))
  },

  /** Some blocks of all kinds, a few of them empty. */
  blocks(random, { document }) {
    const content = Buffer.from(document)
    return toTicket(wrap(writeBlocks(random, content, random.between(1, 6)).finish(), content))
  },

  /** Bits turned in a good stream, and a checksum of what it unpacks to now. */
  unpacksOtherwise(random, { document }) {
    const content = Buffer.from(document)
    const stream = writeBlocks(random, content, random.pick([1, 1, 2])).finish()
    times(random.between(1, 2), () => {
      const at = random.below(stream.length)
      stream[at] = (stream[at] ?? 0) ^ (1 << random.below(8))
    })
    return toTicket(wrap(stream, unpacked(stream) ?? content))
  },

  /** A good block of the fixed code, and somewhere in it a match that cannot be. */
  badMatch(random, { document }) {
    const content = Buffer.from(document)
    const at = random.below(content.length + 1)
    const out = startBlock(new BitWriter(), 'fixed', true)
    writeSymbols(random, out, content, 0, at, FIXED)
    writeBadMatch(random, out, at)
    writeSymbols(random, out, content, at, content.length, FIXED)
    return toTicket(wrap(out.writeCode(FIXED.literals[END_OF_BLOCK] as Code).finish(), content))
  },

  /** Codes of few distances, of one, or of none. */
  sparse(random, { document }) {
    const content = Buffer.from(document)
    const stream = writeSparse(random, content).finish()
    return toTicket(wrap(stream, unpacked(stream) ?? content))
  },

  /** A stream without its end, with bits or bytes after it, or with no block that is the last. */
  end(random, { document }) {
    const content = Buffer.from(document)
    const out = writeBlocks(random, content, 1, ['fixed', 'dynamic'])
    const more = random.pick(['bits', 'bytes', 'cut', 'not last', 'another block'] as const)
    if (more === 'bits') out.align(random.between(1, 255))
    if (more === 'another block') startBlock(out, 'fixed', true).writeCode(FIXED.literals[END_OF_BLOCK] as Code)
    const stream = out.finish()
    if (more === 'not last') stream[0] = (stream[0] ?? 0) & 0xfe
    if (more === 'bytes') return toTicket(wrap(Buffer.concat([stream, random.bytes(random.between(1, 5))]), content))
    return toTicket(wrap(more === 'cut' ? stream.subarray(0, -random.between(1, 3)) : stream, content))
  },
}

function unpacked(stream: Uint8Array): Buffer | undefined {
  try {
    return inflateRawSync(stream, { maxOutputLength: 1 << 16 })
  } catch {
    return undefined
  }
}
