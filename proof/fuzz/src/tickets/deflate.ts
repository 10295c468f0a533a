import type { Random } from '../random.ts'
import { BitWriter, type Code, toCodes } from './bits.ts'

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
export const END_OF_BLOCK = 256
/** What fits into the longest ticket that is read. */
const MAX_BYTES = 3060

/** Some blocks; what they unpack to is given, or chance. */
export function randomBlocks(random: Random, count: number, content?: Uint8Array): Buffer<ArrayBuffer> {
  const out = new BitWriter()
  const symbols = random.pick([0, 0, 5, 400])
  for (let n = 1; n <= count && out.length < MAX_BYTES - 400; n++) {
    out.write(n === count ? 1 : 0, 1).write(2, 2)
    writeBlock(random, out, symbols, content)
  }
  return out.finish()
}

function writeBlock(random: Random, out: BitWriter, symbols: number, content: Uint8Array | undefined): void {
  const literals = randomLengths(random, random.pick([257, 286, 286, 286, 288]), 15)
  literals[END_OF_BLOCK] ||= random.once(8) ? 0 : 15
  const distances = randomLengths(random, random.pick([1, 30, 30, 32]), 15)
  const codes = writeTables(out, literals, distances, randomLengths(random, 19, 7))
  if (random.once(6)) {
    // A repetition too much, of the last length or of zeros.
    const symbol = random.between(16, 18)
    out.writeCode(codes[symbol] as Code).write(random.below(128), [2, 3, 7][symbol - 16] ?? 0)
  }
  const literalCodes = toCodes(literals)
  for (let i = 0; content && i < content.length; i++) out.writeCode(literalCodes[content[i] as number] as Code)
  for (let i = 0; !content && i < symbols && out.length < MAX_BYTES; i++) {
    // The longest codes are the slowest to read.
    const symbol = random.below(random.once(3) ? literals.length : 256)
    out.writeCode(literalCodes[symbol] as Code)
    if (symbol > END_OF_BLOCK) out.write(random.uint32(), random.below(12))
  }
  out.writeCode(literalCodes[END_OF_BLOCK] as Code)
}

/** Describes two codes by their lengths, with a third one, whose codes are returned. */
export function writeTables(
  out: BitWriter,
  literals: readonly number[],
  distances: readonly number[],
  lengthOfLengths: readonly number[],
): readonly Code[] {
  out
    .write(literals.length - 257, 5)
    .write(distances.length - 1, 5)
    .write(15, 4)
  for (const symbol of ORDER) out.write(lengthOfLengths[symbol] ?? 0, 3)
  const codes = toCodes(lengthOfLengths)
  for (const length of literals) out.writeCode(codes[length] as Code)
  for (const length of distances) out.writeCode(codes[length] as Code)
  return codes
}

/** Lengths of a complete code; now and then one of them is spoiled. */
function randomLengths(random: Random, symbols: number, longest: number): number[] {
  const wanted = random.once(6) ? random.between(2, symbols) : symbols
  const lengths = completeLengths(random, wanted, symbols, longest)
  if (random.once(10)) lengths[random.below(lengths.length)] = random.between(0, longest)
  return lengths
}

/** Lengths of a complete code for `wanted` of the symbols, by chance: the leaves of a tree that grows by splitting. */
export function completeLengths(random: Random, wanted: number, symbols: number, longest: number): number[] {
  const leaves = [1, 1]
  const deep = random.once(2)
  let shallow = 0
  while (leaves.length < wanted) {
    const at = deep ? leaves.length - 1 - random.below(Math.min(leaves.length, 12)) : random.below(leaves.length)
    const depth = leaves[at] ?? 1
    if (depth >= longest) {
      // A shallow leaf always remains: there are fewer symbols than 2 ** longest.
      while ((leaves[shallow] ?? 0) >= longest) shallow++
      leaves[shallow] = (leaves[shallow] ?? 0) + 1
      leaves.push(leaves[shallow] as number)
      continue
    }
    leaves[at] = depth + 1
    leaves.push(depth + 1)
  }
  while (leaves.length < symbols) leaves.push(0)
  return random.shuffled(leaves).slice(0, symbols)
}
