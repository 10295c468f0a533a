import type { Random } from '../random.ts'
import { BitWriter, type Code, FIXED_DISTANCES, FIXED_LITERALS, toCodes } from './bits.ts'
import { completeLengths, END_OF_BLOCK, writeTables } from './deflate.ts'
import { times } from './edit.ts'

/*
 * Valid DEFLATE as any packer might write it: other cuts, blocks, codes and matches than zlib would choose.
 */

export type BlockKind = 'stored' | 'fixed' | 'dynamic'

const KINDS: readonly BlockKind[] = ['stored', 'fixed', 'dynamic']

interface Codes {
  readonly literals: readonly Code[]
  readonly distances: readonly Code[]
}

export const FIXED: Codes = { literals: FIXED_LITERALS, distances: FIXED_DISTANCES }

/** What the symbols of lengths and distances begin with, and their further bits (RFC 1951, section 3.2.5). */
const LENGTHS = ranges(3, 28, 4)
const DISTANCES = ranges(1, 30, 2)

function ranges(first: number, count: number, group: number): { start: number; bits: number }[] {
  let start = first
  return Array.from({ length: count }, (_, i) => {
    const bits = Math.max(0, Math.floor(i / group) - 1)
    start += 1 << bits
    return { start: start - (1 << bits), bits }
  })
}

/** The content in some blocks, the last of which says so. */
export function writeBlocks(random: Random, content: Buffer, count: number, kinds = KINDS): BitWriter {
  const out = new BitWriter()
  const cuts = Array.from({ length: count - 1 }, () => random.below(content.length + 1)).sort((a, b) => a - b)
  const ends = [...cuts, content.length]
  let from = 0
  for (const [index, to] of ends.entries()) {
    const kind = random.pick(kinds)
    startBlock(out, kind, index === count - 1)
    if (kind === 'stored') writeStored(random, out, content.subarray(from, to))
    else {
      const codes = kind === 'fixed' ? FIXED : writeRandomTables(random, out)
      writeSymbols(random, out, content, from, to, codes)
      out.writeCode(codes.literals[END_OF_BLOCK] as Code)
    }
    from = to
  }
  return out
}

export function startBlock(out: BitWriter, kind: BlockKind, last: boolean): BitWriter {
  return out.write(last ? 1 : 0, 1).write(KINDS.indexOf(kind), 2)
}

/** The bits up to the next byte mean nothing, and may be any. */
function writeStored(random: Random, out: BitWriter, content: Uint8Array): void {
  out.align(random.pick([0, 0xff, random.below(256)]))
  out.write(content.length, 16).write(~content.length, 16).append(content)
}

function writeRandomTables(random: Random, out: BitWriter): Codes {
  const [literals, distances] = [286, 30].map((symbols) => completeLengths(random, symbols, symbols, 15))
  writeTables(out, literals as number[], distances as number[], completeLengths(random, 19, 19, 7))
  return { literals: toCodes(literals as number[]), distances: toCodes(distances as number[]) }
}

/** Literals, and now and then a match where there is one. */
export function writeSymbols(
  random: Random,
  out: BitWriter,
  content: Buffer,
  from: number,
  to: number,
  codes: Codes,
): void {
  for (let at = from; at < to; ) {
    const match = random.once(2) ? findMatch(random, content, at, to) : undefined
    if (match) writeMatch(random, out, match.length, match.distance, codes)
    else out.writeCode(codes.literals[content[at] as number] as Code)
    at += match?.length ?? 1
  }
}

/** The same bytes before, maybe up to and beyond this place; not always as many of them as could be. */
function findMatch(
  random: Random,
  content: Buffer,
  at: number,
  to: number,
): { length: number; distance: number } | undefined {
  if (at === 0 || at + 3 > to) return undefined
  const found = content.lastIndexOf(content.subarray(at, at + 3), at - 1)
  if (found < 0) return undefined
  let length = 3
  while (length < 258 && at + length < to && content[found + length] === content[at + length]) length++
  return { length: random.once(3) ? random.between(3, length) : length, distance: at - found }
}

export function writeMatch(random: Random, out: BitWriter, length: number, distance: number, codes: Codes): void {
  // The longest length has a symbol of its own, and is within the reach of the one before.
  if (length === 258 && random.once(2)) out.writeCode(codes.literals[285] as Code)
  else writeIn(out, LENGTHS, length, codes.literals, END_OF_BLOCK + 1)
  writeIn(out, DISTANCES, distance, codes.distances, 0)
}

function writeIn(out: BitWriter, table: typeof LENGTHS, value: number, codes: readonly Code[], first: number): void {
  const index = table.findLastIndex(({ start }) => start <= value)
  const { start, bits } = table[index] as (typeof LENGTHS)[number]
  out.writeCode(codes[first + index] as Code).write(value - start, bits)
}

/** A match that cannot be: symbols that mean nothing, or a distance to before the beginning. */
export function writeBadMatch(random: Random, out: BitWriter, before: number): void {
  const { literals, distances } = FIXED
  const good = () => out.writeCode(literals[END_OF_BLOCK + random.between(1, 8)] as Code)
  const choice = random.below(3)
  if (choice === 0) {
    out.writeCode(literals[random.pick([286, 287])] as Code)
    if (random.once(2)) out.writeCode(distances[0] as Code)
  } else if (choice === 1)
    good()
      .writeCode(distances[random.pick([30, 31])] as Code)
      .write(random.uint32(), 13)
  else {
    good()
    writeIn(out, DISTANCES, Math.min(32_768, before + random.pick([1, 2, 1000])), distances, 0)
  }
}

/** One block with few distances or none in its code, which is incomplete then: RFC 1951 allows it for one and none. */
export function writeSparse(random: Random, content: Buffer): BitWriter {
  const out = startBlock(new BitWriter(), 'dynamic', true)
  const literals = completeLengths(random, 286, 286, 15)
  const distances = random.pick([
    [0],
    [1],
    [0, 1],
    [0, 0, 0, 1],
    [1, 1],
    [2],
    [2, 2, 2],
    [1, 1, 1],
    [15],
    [1, 2],
    [0, 0],
  ])
  writeTables(out, literals, distances, completeLengths(random, 19, 19, 7))
  const codes = toCodes(literals)
  const cut = random.once(2) ? content.length : random.below(content.length)
  for (const byte of content.subarray(0, cut)) out.writeCode(codes[byte] as Code)
  // A match by one of the few, in place of some bytes.
  times(cut < content.length ? 1 : 0, () => {
    out.writeCode(codes[END_OF_BLOCK + 1] as Code).writeCode(random.pick(toCodes(distances)))
  })
  for (const byte of content.subarray(cut + 3)) out.writeCode(codes[byte] as Code)
  return out.writeCode(codes[END_OF_BLOCK] as Code)
}
