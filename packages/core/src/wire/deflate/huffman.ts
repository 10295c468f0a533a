import { malformed } from '../../errors.ts'

/** Bits that are resolved by one look into a table; the few longer codes are walked bit by bit. */
const FAST_BITS = 9
const MAX_CODE_BITS = 15

/** A canonical Huffman code (RFC 1951, section 3.2.2), built anew in place for each block. */
export class HuffmanCode {
  /** `symbol << 4 | length` for each value of the next bits under `fastMask`; 0 where the code is longer. */
  readonly fast: Uint16Array = new Uint16Array(1 << FAST_BITS)
  fastMask = 0
  /** How many codes there are of each length, and all symbols in the order of their codes. */
  readonly #count = new Uint16Array(MAX_CODE_BITS + 1)
  readonly #sorted: Uint16Array
  /** The symbols that have a code: few of them, in a ticket. */
  readonly #used: Uint16Array
  #usedCount = 0
  readonly #next = new Uint16Array(MAX_CODE_BITS + 2)
  #longest = 0

  constructor(symbols: number) {
    this.#sorted = new Uint16Array(symbols)
    this.#used = new Uint16Array(symbols)
  }

  /**
   * Builds the code whose lengths stand in `lengths[from..to)`.
   * @param allowSingle whether a code of at most one symbol is fine, as for distances (RFC 1951, section 3.2.7)
   * @throws UserSigError `malformed`
   */
  build(lengths: Uint8Array, from: number, to: number, allowSingle: boolean): this {
    const complete = this.#countLengths(lengths, from, to)
    if (!complete && !(allowSingle && this.#longest <= 1)) {
      throw malformed('the compressed data has an incomplete Huffman code')
    }
    const next = this.#next
    const sorted = this.#sorted
    const used = this.#used
    for (let i = 0; i < this.#usedCount; i++) {
      const symbol = used[i]!
      sorted[next[lengths[from + symbol]!]!++] = symbol
    }
    this.#fillFast(complete)
    return this
  }

  #countLengths(lengths: Uint8Array, from: number, to: number): boolean {
    const count = this.#count
    const next = this.#next
    count.fill(0)
    const used = this.#used
    let usedCount = 0
    for (let i = from; i < to; i++) {
      const bits = lengths[i]!
      if (bits === 0) continue
      count[bits]!++
      used[usedCount++] = i - from
    }
    this.#usedCount = usedCount
    next[1] = 0
    let unused = 1
    let longest = 0
    for (let bits = 1; bits <= MAX_CODE_BITS; bits++) {
      unused = (unused << 1) - count[bits]!
      if (unused < 0) throw malformed('the compressed data has an over-full Huffman code')
      if (count[bits] !== 0) longest = bits
      next[bits + 1] = next[bits]! + count[bits]!
    }
    this.#longest = longest
    return unused === 0
  }

  #fillFast(complete: boolean): void {
    const count = this.#count
    const sorted = this.#sorted
    const { fast } = this
    const fastBits = Math.min(this.#longest, FAST_BITS)
    const size = 1 << fastBits
    this.fastMask = size - 1
    // A complete code without longer codes sets every entry.
    if (!complete || this.#longest > FAST_BITS) fast.fill(0, 0, size)
    let index = 0
    // Codes come most significant bit first, but index the table least significant bit first: `code` is kept reversed.
    let code = 0
    for (let bits = 1; bits <= fastBits; bits++) {
      const step = 1 << bits
      for (let n = count[bits]!; n > 0; n--) {
        const entry = (sorted[index++]! << 4) | bits
        for (let i = code; i < size; i += step) fast[i] = entry
        let carry = step >> 1
        while (code & carry) carry >>= 1
        code = carry === 0 ? 0 : (code & (carry - 1)) | carry
      }
    }
  }

  /**
   * The entry for the next bits, of which at least 15 are given.
   * @throws UserSigError `malformed`
   */
  find(bits: number): number {
    const entry = this.fast[bits & this.fastMask]!
    return entry === 0 ? this.#findLong(bits) : entry
  }

  #findLong(input: number): number {
    let code = 0
    let first = 0
    let index = 0
    for (let bits = 1; bits <= this.#longest; bits++) {
      code |= (input >> (bits - 1)) & 1
      const count = this.#count[bits]!
      if (code - count < first) return (this.#sorted[index + (code - first)]! << 4) | bits
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw malformed('the compressed data holds a code that stands for nothing')
  }
}
