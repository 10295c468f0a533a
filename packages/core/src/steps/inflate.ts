import { malformed } from '../errors.ts'

/*
 * DEFLATE (RFC 1951) for small inputs from strangers. Unlike general decoders it writes into a buffer of the caller's
 * and stops at its end, allocates nothing, and refuses what it does not need to accept: set padding bits, bytes behind
 * the last block, incomplete codes.
 */

export type DeflateBlock = 'stored' | 'fixed' | 'dynamic'

/** Bits that are resolved by one look into a table; the few longer codes are walked bit by bit. */
const FAST_BITS = 9
const MAX_CODE_BITS = 15
const END_OF_BLOCK = 256

// RFC 1951, section 3.2.5.
const LENGTH_BASE = Uint16Array.of(
  3,
  4,
  5,
  6,
  7,
  8,
  9,
  10,
  11,
  13,
  15,
  17,
  19,
  23,
  27,
  31,
  35,
  43,
  51,
  59,
  67,
  83,
  99,
  115,
  131,
  163,
  195,
  227,
  258,
)
const LENGTH_EXTRA = Uint8Array.of(
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  0,
  1,
  1,
  1,
  1,
  2,
  2,
  2,
  2,
  3,
  3,
  3,
  3,
  4,
  4,
  4,
  4,
  5,
  5,
  5,
  5,
  0,
)
const DISTANCE_BASE = Uint16Array.of(
  1,
  2,
  3,
  4,
  5,
  7,
  9,
  13,
  17,
  25,
  33,
  49,
  65,
  97,
  129,
  193,
  257,
  385,
  513,
  769,
  1025,
  1537,
  2049,
  3073,
  4097,
  6145,
  8193,
  12289,
  16385,
  24577,
)
const DISTANCE_EXTRA = Uint8Array.of(
  0,
  0,
  0,
  0,
  1,
  1,
  2,
  2,
  3,
  3,
  4,
  4,
  5,
  5,
  6,
  6,
  7,
  7,
  8,
  8,
  9,
  9,
  10,
  10,
  11,
  11,
  12,
  12,
  13,
  13,
)
// RFC 1951, section 3.2.7: the order in which the lengths of the code length code are written.
const CODE_LENGTH_ORDER = Uint8Array.of(16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15)

/** A canonical Huffman code, built anew in place for each block. */
class HuffmanCode {
  /** `symbol << 4 | length` for each possible run of the next `#fastBits` bits; 0 where the code is longer. */
  readonly #fast = new Uint16Array(1 << FAST_BITS)
  #fastBits = 0
  /** How many codes there are of each length, and all symbols in the order of their codes. */
  readonly #count = new Uint16Array(MAX_CODE_BITS + 1)
  readonly #sorted: Uint16Array
  readonly #next = new Uint16Array(MAX_CODE_BITS + 2)
  #longest = 0

  constructor(symbols: number) {
    this.#sorted = new Uint16Array(symbols)
  }

  /** @param allowSingle whether a code of at most one symbol is fine, as for distances (RFC 1951, section 3.2.7) */
  build(lengths: Uint8Array, from: number, to: number, allowSingle: boolean): this {
    const complete = this.#countLengths(lengths, from, to)
    if (!complete && !(allowSingle && this.#longest <= 1)) {
      throw malformed('the compressed data has an incomplete Huffman code')
    }
    const next = this.#next
    const sorted = this.#sorted
    for (let i = from; i < to; i++) {
      const bits = lengths[i]!
      if (bits !== 0) sorted[next[bits]!++] = i - from
    }
    this.#fillFast(complete)
    return this
  }

  #countLengths(lengths: Uint8Array, from: number, to: number): boolean {
    const count = this.#count
    const next = this.#next
    count.fill(0)
    for (let i = from; i < to; i++) count[lengths[i]!]!++
    count[0] = 0
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
    const fast = this.#fast
    const fastBits = Math.min(this.#longest, FAST_BITS)
    const size = 1 << fastBits
    this.#fastBits = fastBits
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

  read(input: BitReader): number {
    input.need(MAX_CODE_BITS)
    const entry = this.#fast[input.bits & ((1 << this.#fastBits) - 1)]!
    if (entry !== 0) {
      input.drop(entry & 15)
      return entry >> 4
    }
    return this.#readLong(input)
  }

  #readLong(input: BitReader): number {
    let code = 0
    let first = 0
    let index = 0
    for (let bits = 1; bits <= this.#longest; bits++) {
      code |= (input.bits >> (bits - 1)) & 1
      const count = this.#count[bits]!
      if (code - count < first) {
        input.drop(bits)
        return this.#sorted[index + (code - first)]!
      }
      index += count
      first = (first + count) << 1
      code <<= 1
    }
    throw malformed('the compressed data holds a code that stands for nothing')
  }
}

/** Bits of the input, least significant first. */
class BitReader {
  /** The next bits, `available` of which come from the input; zeros stand in behind its end. */
  bits = 0
  #available = 0
  #input: Uint8Array = new Uint8Array(0)
  #position = 0
  #end = 0

  open(input: Uint8Array, start: number, end: number): void {
    this.#input = input
    this.#position = start
    this.#end = end
    this.bits = 0
    this.#available = 0
  }

  /** Looks ahead: afterwards `bits` holds at least `count` (up to 15) bits. */
  need(count: number): void {
    while (this.#available < count && this.#position < this.#end) {
      this.bits |= this.#input[this.#position++]! << this.#available
      this.#available += 8
    }
  }

  drop(count: number): void {
    if (count > this.#available) throw malformed('the compressed data ends in the middle')
    this.bits >>>= count
    this.#available -= count
  }

  take(count: number): number {
    this.need(count)
    const value = this.bits & ((1 << count) - 1)
    this.drop(count)
    return value
  }

  /** Goes on at the next whole byte; returns the position of the next unread byte of the input. */
  toByte(): number {
    if (this.take(this.#available & 7) !== 0) throw malformed('the compressed data has padding bits set')
    this.#position -= this.#available >> 3
    this.bits = 0
    this.#available = 0
    return this.#position
  }

  /** Copies whole bytes; only right after toByte(). */
  copy(count: number, out: Uint8Array, at: number): void {
    if (count > this.#end - this.#position) throw malformed('the compressed data ends in the middle')
    const input = this.#input
    let position = this.#position
    for (let i = at; i < at + count; i++) out[i] = input[position++]!
    this.#position = position
  }
}

const reader = new BitReader()
const literals = new HuffmanCode(288)
const distances = new HuffmanCode(32)
const codeLengths = new HuffmanCode(19)
const lengths = new Uint8Array(288 + 32)

// RFC 1951, section 3.2.6.
const fixedLiterals = new HuffmanCode(288).build(
  new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288),
  0,
  288,
  false,
)
const fixedDistances = new HuffmanCode(32).build(new Uint8Array(32).fill(5), 0, 32, false)

/**
 * Unpacks the DEFLATE stream in `input[start..end)` into `out`. It has to fill the range exactly.
 *
 * @returns the number of bytes written, and the kind of the first block; or `undefined` when `out` is too small
 * @throws UserSigError `malformed`
 */
export function inflate(input: Uint8Array, start: number, end: number, out: Uint8Array): Inflated | undefined {
  reader.open(input, start, end)
  let firstBlock: DeflateBlock | undefined
  let at = 0
  for (let last = false; !last; ) {
    last = reader.take(1) === 1
    const type = reader.take(2)
    if (type === 0) {
      firstBlock ??= 'stored'
      at = inflateStored(out, at)
    } else if (type === 1) {
      firstBlock ??= 'fixed'
      at = inflateHuffman(fixedLiterals, fixedDistances, out, at)
    } else if (type === 2) {
      firstBlock ??= 'dynamic'
      readCodes()
      at = inflateHuffman(literals, distances, out, at)
    } else {
      throw malformed('the compressed data has a block of unknown type')
    }
    if (at < 0) return undefined
  }
  if (reader.toByte() !== end) throw malformed('there are bytes behind the end of the compressed data')
  return { length: at, firstBlock: firstBlock! }
}

export interface Inflated {
  readonly length: number
  readonly firstBlock: DeflateBlock
}

/** What the block functions return when `out` is full. */
const FULL = -1

function inflateStored(out: Uint8Array, at: number): number {
  reader.toByte()
  const length = reader.take(8) | (reader.take(8) << 8)
  const complement = reader.take(8) | (reader.take(8) << 8)
  if (length !== (~complement & 0xffff)) throw malformed('a stored block contradicts itself about its length')
  reader.toByte()
  if (length > out.length - at) return FULL
  reader.copy(length, out, at)
  return at + length
}

function readCodes(): void {
  const literalCount = reader.take(5) + 257
  const distanceCount = reader.take(5) + 1
  const codeLengthCount = reader.take(4) + 4
  if (literalCount > 286 || distanceCount > 30) throw malformed('the compressed data has too many codes')
  lengths.fill(0, 0, 19)
  for (let i = 0; i < codeLengthCount; i++) lengths[CODE_LENGTH_ORDER[i]!] = reader.take(3)
  codeLengths.build(lengths, 0, 19, false)

  const total = literalCount + distanceCount
  let at = 0
  while (at < total) {
    const symbol = codeLengths.read(reader)
    if (symbol < 16) {
      lengths[at++] = symbol
      continue
    }
    if (symbol === 16 && at === 0) throw malformed('the compressed data repeats a code length before the first')
    const value = symbol === 16 ? lengths[at - 1]! : 0
    const times = symbol === 16 ? 3 + reader.take(2) : symbol === 17 ? 3 + reader.take(3) : 11 + reader.take(7)
    if (at + times > total) throw malformed('the compressed data repeats a code length too often')
    lengths.fill(value, at, at + times)
    at += times
  }
  if (lengths[END_OF_BLOCK] === 0) throw malformed('the compressed data has a block without an end')
  literals.build(lengths, 0, literalCount, true)
  distances.build(lengths, literalCount, total, true)
}

function inflateHuffman(literalCode: HuffmanCode, distanceCode: HuffmanCode, out: Uint8Array, start: number): number {
  let at = start
  for (;;) {
    const symbol = literalCode.read(reader)
    if (symbol < END_OF_BLOCK) {
      if (at === out.length) return FULL
      out[at++] = symbol
      continue
    }
    if (symbol === END_OF_BLOCK) return at

    const lengthIndex = symbol - 257
    if (lengthIndex >= LENGTH_BASE.length) throw malformed('the compressed data holds an unknown length')
    const length = LENGTH_BASE[lengthIndex]! + reader.take(LENGTH_EXTRA[lengthIndex]!)
    const distanceIndex = distanceCode.read(reader)
    if (distanceIndex >= DISTANCE_BASE.length) throw malformed('the compressed data holds an unknown distance')
    const distance = DISTANCE_BASE[distanceIndex]! + reader.take(DISTANCE_EXTRA[distanceIndex]!)
    if (distance > at) throw malformed('the compressed data points before its own beginning')
    if (length > out.length - at) return FULL
    for (const end = at + length; at < end; at++) out[at] = out[at - distance]!
  }
}
