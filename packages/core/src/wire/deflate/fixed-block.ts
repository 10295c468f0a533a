import { DISTANCES, LENGTHS, symbolOf } from './codes.ts'

/*
 * Writes zlib data (RFC 1950) of one block of fixed Huffman codes (RFC 1951, section 3.2.6). No table stands before the
 * text, and a byte of ASCII takes 8 bits wherever it stands: what is the same in many tickets is encoded once.
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
const LITERAL_CODES = /* @__PURE__ */ Uint16Array.from({ length: 256 }, (_, byte) =>
  byte < 144 ? reverse(0x30 + byte, 8) : reverse(0x190 + byte - 144, 9),
)

function reverse(code: number, bits: number): number {
  let reversed = 0
  for (let i = 0; i < bits; i++) reversed |= ((code >> i) & 1) << (bits - 1 - i)
  return reversed
}

/** The longest reference that is written: its symbol is the last whose code has 7 bits. */
const MAX_REFERENCE = 114
/** Shortest run of one byte that is shorter as a reference. */
const MIN_RUN = 4

/** Bits of {@link reverse} for the 5 bits of a distance and the 7 of a length. */
const DISTANCE_BITS = 5
const LENGTH_BITS = 7

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
    this.bytes[0] = 0x78
    this.bytes[1] = 0x01
    this.position = 2
    this.#bits = 0b011
    this.count = 3
    this.length = 0
    this.#sumA = 1
    this.#sumB = 0
    return this
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

  /** Writes the first `to` bytes of a text, runs of one byte as references to the byte before. */
  addWithRuns(text: Uint8Array, to: number): this {
    let begin = 0
    for (let i = 0; i < to; ) {
      const end = endOfRun(text, i, Math.min(to, i + 1 + MAX_REFERENCE))
      if (end - i >= MIN_RUN) {
        this.add(text, begin, i + 1).#refer(text, i + 1, end, 1)
        begin = end
      }
      i = end
    }
    return this.add(text, begin, to)
  }

  /** Writes a text that stands in what was written at `at` already, as a reference to there. */
  repeat(text: Uint8Array, at: number): this {
    return this.#refer(text, 0, text.length, this.length - at)
  }

  #refer(text: Uint8Array, from: number, to: number, distance: number): this {
    const length = to - from
    const lengthSymbol = symbolOf(LENGTHS, length)
    const distanceSymbol = symbolOf(DISTANCES, distance)
    this.#put(reverse(lengthSymbol + 1, LENGTH_BITS), LENGTH_BITS)
    this.#put(length - LENGTHS.base[lengthSymbol]!, LENGTHS.extra[lengthSymbol]!)
    this.#put(reverse(distanceSymbol, DISTANCE_BITS), DISTANCE_BITS)
    this.#put(distance - DISTANCES.base[distanceSymbol]!, DISTANCES.extra[distanceSymbol]!)
    for (let i = from; i < to; i++) {
      this.#sumA += text[i]!
      this.#sumB += this.#sumA
    }
    this.length += length
    return this
  }

  #put(value: number, bits: number): void {
    this.#bits |= value << this.count
    this.count += bits
    for (; this.count >= 8; this.count -= 8) {
      this.bytes[this.position++] = this.#bits
      this.#bits >>>= 8
    }
  }

  /** Ends the block and writes the checksum; returns the number of bytes of the whole zlib data. */
  end(): number {
    // The symbol that ends a block is 7 bits of 0. What is over goes into a byte of its own.
    this.#put(0, LENGTH_BITS)
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

function endOfRun(text: Uint8Array, start: number, limit: number): number {
  let end = start + 1
  while (end < limit && text[end] === text[start]) end++
  return end
}
