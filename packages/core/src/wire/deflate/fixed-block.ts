import { STANDARD_BASE64 } from '../base64.ts'
import { LENGTHS, symbolOf } from './codes.ts'

/*
 * Writes zlib data (RFC 1950) of one block of fixed Huffman codes (RFC 1951, section 3.2.6). No table stands before the
 * text, and a byte of ASCII takes 8 bits wherever it stands: what is the same in many tickets is encoded once. A long text
 * in base64 gets a block of its own, with codes made for base64.
 */

/** A text as bits that can be appended to a block which has as many bits over as `phase`. */
export interface Piece {
  readonly phase: number
  /** The whole bytes, of which the first `phase` bits are 0. */
  readonly bytes: Uint8Array
  /** The bits after them, and how many. */
  readonly bits: number
  readonly count: number
  /** Number of bytes of the text, and its sums as Adler-32 has them, beginning with 0. */
  readonly length: number
  readonly sumA: number
  readonly sumB: number
}

/** The codes of the bytes 0 to 143 have 8 bits, of the others 9. Codes go first bit first: they stand here reversed. */
const LITERAL_CODES = /* @__PURE__ */ new Uint16Array(256)

function reverse(code: number, bits: number): number {
  let reversed = 0
  for (let i = 0; i < bits; i++) reversed |= ((code >> i) & 1) << (bits - 1 - i)
  return reversed
}

/** The first bits of a block (RFC 1951, section 3.2.3). */
const LAST_BLOCK = 0b001
const FIXED_BLOCK = 0b010

/** The longest reference that is written: its symbol is the last whose code has 7 bits. */
const MAX_REFERENCE = 114
/** Shortest run of one byte that is shorter as a reference: `nextRun` knows it, too. */
const MIN_RUN = 4

/** The codes of the lengths of references with their extra bits, by length, and how many bits they are. */
const LENGTH_CODES = /* @__PURE__ */ new Uint16Array(MAX_REFERENCE + 1)
const LENGTH_CODE_BITS = /* @__PURE__ */ new Uint8Array(MAX_REFERENCE + 1)
const DISTANCE_CODES = /* @__PURE__ */ new Uint8Array(30)
/** Symbols of a MAC of 32 bytes in base64, without the padding. */
const MAC_SYMBOLS = 43

/** Fills the tables of codes. It is done for the first ticket, so that a program which signs none does not wait for it. */
function fillCodes(): void {
  for (let byte = 0; byte < 256; byte++) {
    LITERAL_CODES[byte] = byte < 144 ? reverse(0x30 + byte, 8) : reverse(0x190 + byte - 144, 9)
  }
  for (let length = 3; length <= MAX_REFERENCE; length++) {
    const symbol = symbolOf(LENGTHS, length)
    LENGTH_CODES[length] = reverse(symbol + 1, 7) | ((length - LENGTHS.base[symbol]!) << 7)
    LENGTH_CODE_BITS[length] = 7 + LENGTHS.extra[symbol]!
  }
  for (let symbol = 0; symbol < DISTANCE_CODES.length; symbol++) DISTANCE_CODES[symbol] = reverse(symbol, 5)
}

/**
 * What stands before a text in base64 in a block that is not the last (RFC 1951, section 3.2.7): the lengths of its codes,
 * 6 bits for letters and digits and 7 for `+`, `/`, `=` and the end of the block. Two distances, which nothing uses, have
 * codes of 1 bit, since there are decoders that want some.
 */
const BASE64_CODES = [
  0x04, 0xc1, 0x33, 0x02, 0xc3, 0x00, 0x00, 0x00, 0xc0, 0x07, 0x75, 0x68, 0x8c, 0xa1, 0x43, 0x6c, 0x3b, 0x5b, 0x6c,
  0x3b, 0xaf, 0xef,
]
const LAST_OF_BASE64_CODES = 0x1d

export class FixedBlockWriter {
  readonly bytes: Uint8Array
  /** Number of bytes that are written, and the bits after them. */
  position = 0
  count = 0
  #bits = 0
  /** Number of bytes of the text that was written, and its sums as Adler-32 (RFC 1950, section 9) has them. */
  length = 0
  #sumA = 0
  #sumB = 0

  constructor(maxBytes: number) {
    this.bytes = new Uint8Array(maxBytes)
  }

  /** Begins zlib data, as fast compressors write it (78 01), with a block that is the last. */
  begin(): this {
    if (LITERAL_CODES[0] === 0) fillCodes()
    this.bytes[0] = 0x78
    this.bytes[1] = 0x01
    this.position = 2
    this.#bits = FIXED_BLOCK | LAST_BLOCK
    this.count = 3
    this.length = 0
    this.#sumA = 1
    this.#sumB = 0
    return this
  }

  #mark = { position: 0, bits: 0, count: 0, length: 0, sumA: 0, sumB: 0 }

  /** Remembers what was written as a beginning that others share. */
  mark(): void {
    const { position, count, length } = this
    this.#mark = { position, bits: this.#bits, count, length, sumA: this.#sumA, sumB: this.#sumB }
  }

  /** Goes on from the mark, whose bytes are still there. */
  restart(): this {
    const { position, bits, count, length, sumA, sumB } = this.#mark
    this.bytes[2]! |= LAST_BLOCK
    this.position = position
    this.#bits = bits
    this.count = count
    this.length = length
    this.#sumA = sumA
    this.#sumB = sumB
    return this
  }

  /** Wipes what was written after the mark, up to a position. */
  forget(to: number): void {
    this.bytes.fill(0, this.#mark.position, to)
  }

  /** Begins a piece that will stand where so many bits are over, and after a text of so many bytes. */
  beginPiece(phase: number, length: number): this {
    this.position = 0
    this.#bits = 0
    this.count = phase
    this.length = length
    this.#sumA = 0
    this.#sumB = 0
    return this
  }

  /** What was written since `beginPiece` with the same arguments. */
  endPiece(phase: number, length: number): Piece {
    return {
      phase,
      bytes: this.bytes.slice(0, this.position),
      bits: this.#bits,
      count: this.count,
      length: this.length - length,
      sumA: this.#sumA,
      sumB: this.#sumB,
    }
  }

  append(piece: Piece): this {
    const { bytes, position } = this
    bytes.set(piece.bytes, position)
    bytes[position]! |= this.#bits
    this.position = position + piece.bytes.length
    this.#bits = piece.bits
    this.count = piece.count
    this.length += piece.length
    this.#sumB += piece.length * this.#sumA + piece.sumB
    this.#sumA += piece.sumA
    return this
  }

  /** Writes `text[from..to)` byte by byte. */
  add(text: Uint8Array, from = 0, to: number = text.length): this {
    const { bytes } = this
    let { position, count } = this
    let bits = this.#bits
    let sumA = this.#sumA
    let sumB = this.#sumB
    for (let i = from; i < to; i++) {
      const byte = text[i]!
      sumA += byte
      sumB += sumA
      bits |= LITERAL_CODES[byte]! << count
      bytes[position++] = bits
      bits >>>= 8
      if (byte < 144) continue
      count++
      if (count < 8) continue
      bytes[position++] = bits
      bits >>>= 8
      count = 0
    }
    this.position = position
    this.count = count
    this.#bits = bits
    this.#sumA = sumA
    this.#sumB = sumB
    this.length += to - from
    return this
  }

  /** Writes the base64 of a MAC of 32 bytes, without its padding. All symbols have codes of 8 bits. */
  addMac(mac: Uint8Array): this {
    const { symbols } = STANDARD_BASE64
    const { bytes, count } = this
    let { position } = this
    let bits = this.#bits
    let sumA = this.#sumA
    let sumB = this.#sumB
    for (let at = 0; at < mac.length; at += 3) {
      // The last group has two bytes, and three symbols.
      const isWhole = at + 2 < mac.length
      const group = (mac[at]! << 16) | (mac[at + 1]! << 8) | (isWhole ? mac[at + 2]! : 0)
      const first = symbols[group >> 18]!
      const second = symbols[(group >> 12) & 63]!
      const third = symbols[(group >> 6) & 63]!
      const codes = LITERAL_CODES[first]! | (LITERAL_CODES[second]! << 8) | (LITERAL_CODES[third]! << 16)
      bits |= codes << count
      bytes[position] = bits
      bytes[position + 1] = bits >> 8
      bytes[position + 2] = bits >> 16
      position += 3
      bits = codes >>> (24 - count)
      sumB += 3 * (sumA + first) + 2 * second + third
      sumA += first + second + third
      if (!isWhole) break
      const fourth = symbols[group & 63]!
      bits |= LITERAL_CODES[fourth]! << count
      bytes[position++] = bits
      bits >>>= 8
      sumA += fourth
      sumB += sumA
    }
    this.position = position
    this.#bits = bits
    this.#sumA = sumA
    this.#sumB = sumB
    this.length += MAC_SYMBOLS
    return this
  }

  /** Writes the first `to` bytes of a text, runs of one byte as references to the byte before. */
  addWithRuns(text: Uint8Array, to: number): this {
    let begin = 0
    for (let i = 0; i + MIN_RUN <= to; ) {
      const start = nextRun(text, i)
      if (start > i) {
        i = start
        continue
      }
      const end = endOfRun(text, i, Math.min(to, i + 1 + MAX_REFERENCE))
      this.add(text, begin, i + 1).#refer(text, i + 1, end, 1)
      begin = end
      i = end
    }
    return this.add(text, begin, to)
  }

  /** Writes the first `to` characters of a text in base64 as a block of its own, and begins a last block after it. */
  addBase64Block(text: Uint8Array, to: number): this {
    // Each block ends with its last symbol.
    this.#put(0, 7)
    for (const byte of BASE64_CODES) this.#put(byte, 8)
    this.#put(LAST_OF_BASE64_CODES, 6)
    for (let i = 0; i < to; i++) {
      const symbol = text[i]!
      const value = STANDARD_BASE64.places[3][symbol]!
      this.#sumA += symbol
      this.#sumB += this.#sumA
      // Codes of one length rise with the characters: first digits, then the letters; and `+`, `/`, `=`.
      if (value >= 0 && value < 62) this.#put(reverse(value < 52 ? value + 10 : value - 52, 6), 6)
      else this.#put(reverse(value < 0 ? 126 : value + 62, 7), 7)
    }
    this.length += to
    this.#put(127, 7)
    this.#put(FIXED_BLOCK | LAST_BLOCK, 3)
    this.bytes[2]! &= ~LAST_BLOCK
    return this
  }

  /** Writes a text that stands in what was written at `at` already, as a reference to there. */
  repeat(text: Uint8Array, at: number): this {
    return this.#refer(text, 0, text.length, this.length - at)
  }

  #refer(text: Uint8Array, from: number, to: number, distance: number): this {
    const length = to - from
    this.#put(LENGTH_CODES[length]!, LENGTH_CODE_BITS[length]!)
    // RFC 1951, section 3.2.5: two symbols for each power of two, told apart by the bit after the highest.
    const before = distance - 1
    const extra = before < 4 ? 0 : 30 - Math.clz32(before)
    const symbol = (extra << 1) + (before >> extra)
    this.#put(DISTANCE_CODES[symbol]! | ((before & ((1 << extra) - 1)) << 5), 5 + extra)
    let sumA = this.#sumA
    let sumB = this.#sumB
    for (let i = from; i < to; i++) {
      sumA += text[i]!
      sumB += sumA
    }
    this.#sumA = sumA
    this.#sumB = sumB
    this.length += length
    return this
  }

  /** Writes up to 18 bits. */
  #put(value: number, count: number): void {
    const { bytes } = this
    let bits = this.#bits | (value << this.count)
    let over = this.count + count
    for (; over >= 8; over -= 8) {
      bytes[this.position++] = bits
      bits >>>= 8
    }
    this.#bits = bits
    this.count = over
  }

  /** Ends the block and writes the checksum; returns the number of bytes of the whole zlib data. */
  end(): number {
    // The symbol that ends a block is 7 bits of 0. What is over goes into a byte of its own.
    this.#put(0, 7)
    const { bytes } = this
    if (this.count > 0) bytes[this.position++] = this.#bits
    const sumA = this.#sumA % 65521
    const sumB = this.#sumB % 65521
    const { position } = this
    bytes[position] = sumB >> 8
    bytes[position + 1] = sumB
    bytes[position + 2] = sumA >> 8
    bytes[position + 3] = sumA
    return position + 4
  }
}

/** Where the next run may begin at the earliest; `at` itself where one does. */
function nextRun(text: Uint8Array, at: number): number {
  const last = text[at + 3]
  if (text[at + 2] !== last) return at + 3
  if (text[at + 1] !== last) return at + 2
  return text[at] === last ? at : at + 1
}

function endOfRun(text: Uint8Array, start: number, limit: number): number {
  let end = start + 1
  while (end < limit && text[end] === text[start]) end++
  return end
}
