import { malformed } from '../../errors.ts'
import { BitReader } from './bit-reader.ts'
import { DISTANCES, END_OF_BLOCK, LENGTHS } from './codes.ts'
import { CodeLengths, FAST_BITS, HuffmanCode } from './huffman.ts'

/*
 * DEFLATE (RFC 1951) for small inputs from strangers. Unlike general decoders it writes into a buffer of the caller's
 * and stops at its end, allocates nothing, and refuses what it does not need to accept: set padding bits, bytes after
 * the last block, incomplete codes, blocks without number.
 */

/**
 * Kind of a DEFLATE block (RFC 1951): `stored` is not compressed; `fixed` uses the code of the standard, `dynamic` its
 * own code.
 */
export type DeflateBlock = 'stored' | 'fixed' | 'dynamic'

export interface Inflated {
  readonly length: number
  readonly firstBlock: DeflateBlock
}

/** Official programs write one or two. Hundreds of empty ones would cost more than the ticket that they stand for. */
const MAX_BLOCKS = 32

// RFC 1951, section 3.2.7: the order in which the lengths of the code length code are written.
const CODE_LENGTH_ORDER = /* @__PURE__ */ Uint8Array.of(
  ...[16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15],
)

const MAX_LITERALS = 286
const MAX_DISTANCES = 30
const CODE_LENGTHS = 19

const reader = /* @__PURE__ */ new BitReader()
const literals = /* @__PURE__ */ new HuffmanCode(288)
const distances = /* @__PURE__ */ new HuffmanCode(32)
const codeLengths = /* @__PURE__ */ new HuffmanCode(CODE_LENGTHS)
const literalLengths = /* @__PURE__ */ new CodeLengths(288)
const distanceLengths = /* @__PURE__ */ new CodeLengths(32)
const codeLengthLengths = /* @__PURE__ */ new CodeLengths(CODE_LENGTHS)
const lengthsInOrder = /* @__PURE__ */ new Uint8Array(CODE_LENGTHS)

// RFC 1951, section 3.2.6. Built for the first block that uses them.
const fixedLiterals = /* @__PURE__ */ new HuffmanCode(288)
const fixedDistances = /* @__PURE__ */ new HuffmanCode(32)
/** The literals whose fixed codes have 8 bits, by these bits; -1 for the beginning of any other code. */
const fixedLiteralOf = /* @__PURE__ */ new Int16Array(256)

function buildFixedCodes(): void {
  const lengths = new CodeLengths(288)
  lengths.addRange(0, 144, 8).addRange(144, 256, 9).addRange(256, 280, 7).addRange(280, 288, 8)
  fixedLiterals.build(lengths, false)
  fixedDistances.build(new CodeLengths(32).addRange(0, 32, 5), false)
  for (let bits = 0; bits < 256; bits++) {
    const entry = fixedLiterals.find(bits)
    fixedLiteralOf[bits] = entry < FIRST_OTHER && (entry & 15) === 8 ? entry >> 4 : -1
  }
}

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
  let blocks = 0
  for (let last = false; !last; ) {
    if (++blocks > MAX_BLOCKS) throw malformed('the compressed data has far more blocks than a ticket')
    last = reader.take(1) === 1
    const type = reader.take(2)
    if (type === 0) {
      firstBlock ??= 'stored'
      at = inflateStored(out, at)
    } else if (type === 1) {
      firstBlock ??= 'fixed'
      at = inflateFixed(out, at)
    } else if (type === 2) {
      firstBlock ??= 'dynamic'
      readCodes()
      at = inflateDynamic(out, at)
    } else {
      throw malformed('the compressed data has a block of unknown type')
    }
    reader.checkEnd()
    if (at === FULL) return undefined
  }
  if (reader.toByte() !== end) throw malformed('there are bytes after the end of the compressed data')
  return { length: at, firstBlock: firstBlock as DeflateBlock }
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

/** Reads the codes of a block (RFC 1951, section 3.2.7). */
function readCodes(): void {
  const literalCount = reader.take(5) + 257
  const distanceCount = reader.take(5) + 1
  const codeLengthCount = reader.take(4) + 4
  if (literalCount > MAX_LITERALS || distanceCount > MAX_DISTANCES) {
    throw malformed('the compressed data has too many codes')
  }
  readCodeLengthCode(codeLengthCount)
  readLengths(literalCount, literalCount + distanceCount)
  literals.build(literalLengths, true)
  distances.build(distanceLengths, true)
}

function readCodeLengthCode(count: number): void {
  lengthsInOrder.fill(0)
  for (let i = 0; i < count; i++) lengthsInOrder[CODE_LENGTH_ORDER[i]!] = reader.take(3)
  codeLengthLengths.size = 0
  for (let symbol = 0; symbol < CODE_LENGTHS; symbol++) {
    if (lengthsInOrder[symbol] !== 0) codeLengthLengths.add(symbol, lengthsInOrder[symbol]!)
  }
  codeLengths.build(codeLengthLengths, false)
}

/** Reads the lengths of both codes, which are written as one list. */
function readLengths(literalCount: number, total: number): void {
  const { input } = reader
  const { fast, fastMask } = codeLengths
  let { bits, available, position } = reader
  const { symbols: literalSymbols, bits: literalBits } = literalLengths
  let used = 0
  distanceLengths.size = 0
  let hasEnd = false
  let previous = 0
  for (let at = 0; at < total; ) {
    // Enough for a symbol and what belongs to it: 7 bits each.
    if (available < 14) {
      bits |= (input[position]! | (input[position + 1]! << 8)) << available
      available += 16
      position += 2
    }
    const entry = fast[bits & fastMask]!
    bits >>>= entry & 15
    available -= entry & 15
    const symbol = entry >> 4
    let end = at + 1
    if (symbol < 16) {
      previous = symbol
    } else {
      if (symbol === 16 && at === 0) throw malformed('the compressed data repeats a code length before the first')
      if (symbol !== 16) previous = 0
      const extra = REPEAT_BITS[symbol - 16]!
      end = at + REPEAT_BASE[symbol - 16]! + (bits & ((1 << extra) - 1))
      bits >>>= extra
      available -= extra
      if (end > total) throw malformed('the compressed data repeats a code length too often')
    }
    if (previous === 0) {
      at = end
      continue
    }
    if (at <= END_OF_BLOCK && END_OF_BLOCK < end) hasEnd = true
    for (; at < end; at++) {
      if (at < literalCount) {
        literalSymbols[used] = at
        literalBits[used++] = previous
      } else {
        distanceLengths.add(at - literalCount, previous)
      }
    }
  }
  literalLengths.size = used
  reader.bits = bits
  reader.available = available
  reader.position = position
  if (!hasEnd) throw malformed('the compressed data has a block without an end')
}

// RFC 1951, section 3.2.7: the symbols 16, 17 and 18.
const REPEAT_BASE = /* @__PURE__ */ Uint8Array.of(3, 3, 11)
const REPEAT_BITS = /* @__PURE__ */ Uint8Array.of(2, 3, 7)

/** Entries of a table from here on are not literals. */
const FIRST_OTHER = END_OF_BLOCK << 4

/**
 * The state of the reader is held in local variables while literals are decoded, as engines keep those in registers; and
 * two of them are decoded with one look at what is left.
 */
function inflateDynamic(out: Uint8Array, start: number): number {
  const { input } = reader
  const { fast, fastMask } = literals
  const { length: limit } = out
  let { bits, available, position } = reader
  let at = start
  for (;;) {
    if (available < 16) {
      bits |= (input[position]! | (input[position + 1]! << 8)) << available
      available += 16
      position += 2
    }
    let entry = fast[bits & fastMask]! || literals.find(bits)
    bits >>>= entry & 15
    available -= entry & 15
    if (entry < FIRST_OTHER) {
      if (at === limit) return FULL
      out[at++] = entry >> 4
      if (available < FAST_BITS) continue
      entry = fast[bits & fastMask]!
      if (entry === 0 || entry >= FIRST_OTHER) continue
      if (at === limit) return FULL
      out[at++] = entry >> 4
      bits >>>= entry & 15
      available -= entry & 15
      continue
    }
    reader.bits = bits
    reader.available = available
    reader.position = position
    const symbol = entry >> 4
    if (symbol === END_OF_BLOCK) return at

    at = copyMatch(symbol - 257, distances, out, at)
    if (at === FULL) return FULL
    bits = reader.bits
    available = reader.available
    position = reader.position
  }
}

/** A block of fixed codes, as we write them: runs of literals of 8 bits, which do not wait for one another. */
function inflateFixed(out: Uint8Array, start: number): number {
  if (fixedLiterals.fastMask === 0) buildFixedCodes()
  let at = start
  for (;;) {
    at = copyFixedLiterals(out, at)
    if (at === FULL) return FULL
    reader.fill()
    const entry = fixedLiterals.find(reader.bits)
    reader.drop(entry & 15)
    const symbol = entry >> 4
    if (symbol === END_OF_BLOCK) return at
    if (symbol > END_OF_BLOCK) {
      at = copyMatch(symbol - 257, fixedDistances, out, at)
      if (at === FULL) return FULL
    } else {
      if (at === out.length) return FULL
      out[at++] = symbol
    }
  }
}

function copyFixedLiterals(out: Uint8Array, start: number): number {
  const { input } = reader
  const { length: limit } = out
  const over = reader.available & 7
  let position = reader.position - (reader.available >> 3)
  let held = reader.bits & ((1 << over) - 1)
  let at = start
  for (;;) {
    const byte = input[position]!
    const literal = fixedLiteralOf[(held | (byte << over)) & 255]!
    if (literal < 0) break
    if (at === limit) return FULL
    out[at++] = literal
    held = byte >>> (8 - over)
    position++
  }
  reader.position = position
  reader.bits = held
  reader.available = over
  return at
}

function copyMatch(lengthIndex: number, distanceCode: HuffmanCode, out: Uint8Array, at: number): number {
  if (lengthIndex >= LENGTHS.base.length) throw malformed('the compressed data holds an unknown length')
  const length = LENGTHS.base[lengthIndex]! + reader.take(LENGTHS.extra[lengthIndex]!)
  reader.fill()
  const entry = distanceCode.find(reader.bits)
  reader.drop(entry & 15)
  const distanceIndex = entry >> 4
  if (distanceIndex >= DISTANCES.base.length) throw malformed('the compressed data holds an unknown distance')
  const distance = DISTANCES.base[distanceIndex]! + reader.take(DISTANCES.extra[distanceIndex]!)
  if (distance > at) throw malformed('the compressed data points before its own beginning')
  if (length > out.length - at) return FULL
  const end = at + length
  for (let i = at; i < end; i++) out[i] = out[i - distance]!
  return end
}
