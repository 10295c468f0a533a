import { malformed } from '../../errors.ts'

/** Bits that are resolved by one look into a table; the few longer codes are walked bit by bit. */
export const FAST_BITS = 9
const MAX_CODE_BITS = 15

/** Codes come most significant bit first, but index a table least significant bit first. Filled for the first code. */
const REVERSED = /* @__PURE__ */ new Uint16Array(1 << FAST_BITS)

function fillReversed(): void {
  for (let code = 1; code < REVERSED.length; code++) {
    REVERSED[code] = (REVERSED[code >> 1]! >> 1) | ((code & 1) << (FAST_BITS - 1))
  }
}

/** The symbols of a code, in rising order, and the lengths of their codes. Of the symbols of DEFLATE a ticket uses few. */
export class CodeLengths {
  readonly symbols: Uint16Array
  readonly bits: Uint8Array
  size = 0

  constructor(maxSymbols: number) {
    this.symbols = new Uint16Array(maxSymbols)
    this.bits = new Uint8Array(maxSymbols)
  }

  add(symbol: number, bits: number): void {
    this.symbols[this.size] = symbol
    this.bits[this.size++] = bits
  }

  /** Adds all symbols from one number to another, with codes of the same length. */
  addRange(from: number, to: number, bits: number): this {
    for (let symbol = from; symbol < to; symbol++) this.add(symbol, bits)
    return this
  }
}

/** A canonical Huffman code (RFC 1951, section 3.2.2), built anew in place for each block. */
export class HuffmanCode {
  /** `symbol << 4 | length` for each value of the next bits under `fastMask`; 0 where the code is longer. */
  readonly fast: Uint16Array = new Uint16Array(1 << FAST_BITS)
  fastMask = 0
  /** How many codes there are of each length, and where the next symbol of a length goes. */
  readonly #count = new Uint16Array(MAX_CODE_BITS + 1)
  readonly #next = new Uint16Array(MAX_CODE_BITS + 2)
  /** All symbols in the order of their codes. */
  readonly #sorted: Uint16Array
  #longest = 0

  constructor(symbols: number) {
    this.#sorted = new Uint16Array(symbols)
  }

  /**
   * Builds the code of these lengths.
   * @param allowSingle whether a code of at most one symbol is fine, as for distances (RFC 1951, section 3.2.7)
   * @throws UserSigError `malformed`
   */
  build(lengths: CodeLengths, allowSingle: boolean): this {
    if (REVERSED[1] === 0) fillReversed()
    const isComplete = this.#countLengths(lengths)
    if (!isComplete && !(allowSingle && this.#longest <= 1)) {
      throw malformed('the compressed data has an incomplete Huffman code')
    }
    this.#sort(lengths)
    this.#fillFast(isComplete)
    return this
  }

  /** Counts the codes of each length; returns whether they use up all codes. */
  #countLengths({ bits: lengths, size }: CodeLengths): boolean {
    const count = this.#count
    const next = this.#next
    count.fill(0)
    for (let i = 0; i < size; i++) count[lengths[i]!]!++
    next[1] = 0
    let unused = 1
    let longest = 0
    for (let bits = 1; bits <= MAX_CODE_BITS; bits++) {
      const codes = count[bits]!
      unused = (unused << 1) - codes
      if (unused < 0) throw malformed('the compressed data has an over-full Huffman code')
      if (codes !== 0) longest = bits
      next[bits + 1] = next[bits]! + codes
    }
    this.#longest = longest
    return unused === 0
  }

  #sort({ symbols, bits: lengths, size }: CodeLengths): void {
    const next = this.#next
    const sorted = this.#sorted
    for (let i = 0; i < size; i++) sorted[next[lengths[i]!]!++] = symbols[i]!
  }

  /** Doubles the table for each length: what stands there for shorter codes stands there twice, whatever bit follows. */
  #fillFast(isComplete: boolean): void {
    const { fast } = this
    const count = this.#count
    const sorted = this.#sorted
    const fastBits = Math.min(this.#longest, FAST_BITS)
    this.fastMask = (1 << fastBits) - 1
    // A complete code without longer codes sets every entry.
    if (!isComplete || this.#longest > FAST_BITS) fast.fill(0, 0, 1 << fastBits)
    let index = 0
    let code = 0
    for (let bits = 1; bits <= fastBits; bits++) {
      const half = 1 << (bits - 1)
      if (half > 16) fast.copyWithin(half, 0, half)
      else for (let i = 0; i < half; i++) fast[half + i] = fast[i]!
      const end = index + count[bits]!
      for (; index < end; index++) fast[REVERSED[code++]! >> (FAST_BITS - bits)] = (sorted[index]! << 4) | bits
      code <<= 1
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
    throw malformed('the compressed data holds an unassigned code')
  }
}
