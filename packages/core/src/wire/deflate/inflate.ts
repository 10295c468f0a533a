import { malformed } from '../../errors.ts'
import { BitReader } from './bit-reader.ts'
import { DISTANCES, END_OF_BLOCK, LENGTHS } from './codes.ts'
import { HuffmanCode } from './huffman.ts'

/*
 * DEFLATE (RFC 1951) for small inputs from strangers. Unlike general decoders it writes into a buffer of the caller's
 * and stops at its end, allocates nothing, and refuses what it does not need to accept: set padding bits, bytes behind
 * the last block, incomplete codes, blocks without number.
 */

/**
 * Kind of a DEFLATE block (RFC 1951): `stored` is not compressed; `fixed` and `dynamic` are, with the code of the
 * standard or with one of their own.
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

const reader = /* @__PURE__ */ new BitReader()
const literals = /* @__PURE__ */ new HuffmanCode(288)
const distances = /* @__PURE__ */ new HuffmanCode(32)
const codeLengths = /* @__PURE__ */ new HuffmanCode(19)
const lengths = /* @__PURE__ */ new Uint8Array(288 + 32)

// RFC 1951, section 3.2.6.
const fixedLiterals = /* @__PURE__ */ new HuffmanCode(288).build(
  new Uint8Array(288).fill(8, 0, 144).fill(9, 144, 256).fill(7, 256, 280).fill(8, 280, 288),
  0,
  288,
  false,
)
const fixedDistances = /* @__PURE__ */ new HuffmanCode(32).build(new Uint8Array(32).fill(5), 0, 32, false)

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
      at = inflateHuffman(fixedLiterals, fixedDistances, out, at)
    } else if (type === 2) {
      firstBlock ??= 'dynamic'
      readCodes()
      at = inflateHuffman(literals, distances, out, at)
    } else {
      throw malformed('the compressed data has a block of unknown type')
    }
    reader.checkEnd()
    if (at === FULL) return undefined
  }
  if (reader.toByte() !== end) throw malformed('there are bytes behind the end of the compressed data')
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
    reader.fill()
    const entry = codeLengths.find(reader.bits)
    reader.drop(entry & 15)
    const symbol = entry >> 4
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

/** The state of the reader is held in local variables while a block is decoded: engines keep those in registers. */
function inflateHuffman(literalCode: HuffmanCode, distanceCode: HuffmanCode, out: Uint8Array, start: number): number {
  const { input } = reader
  const { fast, fastMask } = literalCode
  let { bits, available, position } = reader
  let at = start
  for (;;) {
    if (available < 15) {
      bits |= (input[position]! | (input[position + 1]! << 8)) << available
      available += 16
      position += 2
    }
    const entry = fast[bits & fastMask]! || literalCode.find(bits)
    bits >>>= entry & 15
    available -= entry & 15
    const symbol = entry >> 4
    if (symbol < END_OF_BLOCK) {
      if (at === out.length) return FULL
      out[at++] = symbol
      continue
    }
    reader.bits = bits
    reader.available = available
    reader.position = position
    if (symbol === END_OF_BLOCK) return at

    at = copyMatch(symbol - 257, distanceCode, out, at)
    if (at === FULL) return FULL
    bits = reader.bits
    available = reader.available
    position = reader.position
  }
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
