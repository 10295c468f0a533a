import type { Random } from '../random.ts'

/** Writes bits as DEFLATE has them, least significant first. */
export class BitWriter {
  #bytes = Buffer.allocUnsafe(4096)
  #length = 0
  #bits = 0
  #count = 0

  /** How many whole bytes there are. */
  get length(): number {
    return this.#length
  }

  /** Up to sixteen bits. */
  write(value: number, count: number): this {
    this.#bits |= (value & ((1 << count) - 1)) << this.#count
    this.#count += count
    while (this.#count >= 8) this.#flush()
    return this
  }

  /** Codes go the other way round: most significant bit first. */
  writeCode({ code, length }: Code): this {
    let reversed = 0
    for (let i = 0; i < length; i++) reversed |= ((code >> i) & 1) << (length - 1 - i)
    return this.write(reversed, length)
  }

  finish(): Buffer<ArrayBuffer> {
    if (this.#count > 0) this.#flush()
    return this.#bytes.subarray(0, this.#length)
  }

  #flush(): void {
    if (this.#length === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * this.#length)
    this.#bytes[this.#length++] = this.#bits & 255
    this.#bits >>>= 8
    this.#count = Math.max(0, this.#count - 8)
  }
}

export interface Code {
  readonly code: number
  readonly length: number
}

/** The canonical code of these lengths (RFC 1951, section 3.2.2). */
export function toCodes(lengths: readonly number[]): Code[] {
  const next = new Array<number>(17).fill(0)
  for (const length of lengths) if (length > 0) next[length + 1] = (next[length + 1] ?? 0) + 1
  for (let length = 1, code = 0; length <= 16; length++) {
    code = (code + (next[length] ?? 0)) << 1
    next[length] = code
  }
  return lengths.map((length) => {
    const code = length === 0 ? 0 : (next[length] ?? 0)
    next[length] = code + 1
    return { code, length }
  })
}

const ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
const END_OF_BLOCK = 256
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
  // Seventeen or nineteen codes of four or five bits: all lengths, and the repetitions.
  const lengthOfLengths = randomLengths(random, 19, 7)
  out
    .write(literals.length - 257, 5)
    .write(distances.length - 1, 5)
    .write(15, 4)
  for (const symbol of ORDER) out.write(lengthOfLengths[symbol] ?? 0, 3)
  const codes = toCodes(lengthOfLengths)
  for (const length of literals) out.writeCode(codes[length] as Code)
  for (const length of distances) out.writeCode(codes[length] as Code)
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

/** Lengths of a complete code: leaves of a tree that grows by splitting; now and then one of them is spoiled. */
function randomLengths(random: Random, symbols: number, longest: number): number[] {
  const leaves = [1, 1]
  const wanted = random.once(6) ? random.between(2, symbols) : symbols
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
  const kept = random.shuffled(leaves).slice(0, symbols)
  if (random.once(10)) kept[random.below(kept.length)] = random.between(0, longest)
  return kept
}
