/** One block of a DEFLATE stream; `start` and `end` count bits of the zlib stream. */
export interface TracedBlock {
  /** `stored` is not compressed; `fixed` and `dynamic` are. */
  readonly kind: 'stored' | 'fixed' | 'dynamic'
  /** Whether it says of itself that it is the last. */
  readonly final: boolean
  /** Its first bit, counted from 0. */
  readonly start: number
  /** The bit behind its last. */
  readonly end: number
}

/** What came out of a DEFLATE stream, and from where, also of one that is damaged or ends early. */
export interface Trace {
  readonly bytes: Uint8Array
  /** For each byte the first bit of the symbol that it comes from, and the bit behind it. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  readonly blocks: readonly TracedBlock[]
  /** The first byte behind the stream; `undefined` where its end was not found. */
  readonly end: number | undefined
  readonly fault: InflateFault | undefined
}

/** Why a DEFLATE stream could not be read to its end. */
export type InflateFault = 'ends early' | 'damaged' | 'too large'

/** Ends the reading wherever it is. */
class Broken extends Error {
  readonly fault: InflateFault

  constructor(fault: InflateFault) {
    super(fault)
    this.fault = fault
  }
}

class Bits {
  at: number
  readonly #bytes: Uint8Array

  constructor(bytes: Uint8Array, start: number) {
    this.#bytes = bytes
    this.at = start
  }

  take(count: number): number {
    let value = 0
    for (let i = 0; i < count; i++, this.at++) {
      const byte = this.#bytes[this.at >> 3]
      if (byte === undefined) throw new Broken('ends early')
      value |= ((byte >> (this.at & 7)) & 1) << i
    }
    return value
  }

  toByte(): void {
    this.at = (this.at + 7) & ~7
  }
}

/** A canonical Huffman code: how many symbols there are of each length, and the symbols in their order. */
interface Code {
  readonly counts: readonly number[]
  readonly symbols: readonly number[]
}

const MAX_CODE_BITS = 15

function toCode(lengths: readonly number[]): Code {
  const counts = new Array<number>(MAX_CODE_BITS + 1).fill(0)
  for (const length of lengths) counts[length]!++
  let left = 1
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    left = 2 * left - counts[length]!
    if (left < 0) throw new Broken('damaged')
  }
  const symbols = lengths
    .map((length, symbol) => ({ length, symbol }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => a.length - b.length || a.symbol - b.symbol)
  return { counts, symbols: symbols.map(({ symbol }) => symbol) }
}

function readSymbol(bits: Bits, { counts, symbols }: Code): number {
  let code = 0
  let first = 0
  let index = 0
  for (let length = 1; length <= MAX_CODE_BITS; length++) {
    code |= bits.take(1)
    const count = counts[length]!
    if (code - count < first) return symbols[index + code - first]!
    index += count
    first = (first + count) << 1
    code <<= 1
  }
  throw new Broken('damaged')
}

// RFC 1951, sections 3.2.5 and 3.2.7.
const LENGTH_BASE = [
  3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
]
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0]
const DISTANCE_BASE = [
  1, 2, 3, 4, 5, 7, 9, 13, 17, 25, 33, 49, 65, 97, 129, 193, 257, 385, 513, 769, 1025, 1537, 2049, 3073, 4097, 6145,
  8193, 12289, 16385, 24577,
]
const LENGTHS_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]

const END_OF_BLOCK = 256

const range = (count: number, length: number) => new Array<number>(count).fill(length)

function fixedCodes(): [Code, Code] {
  return [toCode([...range(144, 8), ...range(112, 9), ...range(24, 7), ...range(8, 8)]), toCode(range(30, 5))]
}

function dynamicCodes(bits: Bits): [Code, Code] {
  const literals = bits.take(5) + 257
  const distances = bits.take(5) + 1
  const given = bits.take(4) + 4
  const lengthLengths = range(19, 0)
  for (const symbol of LENGTHS_ORDER.slice(0, given)) lengthLengths[symbol] = bits.take(3)
  const code = toCode(lengthLengths)
  const lengths: number[] = []
  while (lengths.length < literals + distances) {
    const symbol = readSymbol(bits, code)
    if (symbol < 16) lengths.push(symbol)
    else if (symbol === 17) lengths.push(...range(bits.take(3) + 3, 0))
    else if (symbol === 18) lengths.push(...range(bits.take(7) + 11, 0))
    else {
      const previous = lengths.at(-1)
      if (previous === undefined) throw new Broken('damaged')
      lengths.push(...range(bits.take(2) + 3, previous))
    }
  }
  if (lengths.length > literals + distances) throw new Broken('damaged')
  return [toCode(lengths.slice(0, literals)), toCode(lengths.slice(literals))]
}

/**
 * Unpacks a DEFLATE stream slowly, and keeps where each byte comes from. Unlike the reading of a ticket that is to be
 * trusted, it gives what it found before a fault.
 *
 * @param start - Where the stream begins, in bytes.
 * @param limit - How many bytes may come out.
 */
export function traceInflate(input: Uint8Array, start: number, limit: number): Trace {
  const bits = new Bits(input, start * 8)
  const out: number[] = []
  const starts: number[] = []
  const ends: number[] = []
  const blocks: TracedBlock[] = []

  const emit = (byte: number, from: number) => {
    if (out.length >= limit) throw new Broken('too large')
    out.push(byte)
    starts.push(from)
    ends.push(bits.at)
  }

  function readStored(): void {
    bits.toByte()
    const length = bits.take(16)
    if ((bits.take(16) ^ 0xffff) !== length) throw new Broken('damaged')
    for (let i = 0; i < length; i++) {
      const from = bits.at
      emit(bits.take(8), from)
    }
  }

  function readCoded([literals, distances]: [Code, Code]): void {
    for (;;) {
      const from = bits.at
      const symbol = readSymbol(bits, literals)
      if (symbol === END_OF_BLOCK) return
      if (symbol < END_OF_BLOCK) {
        emit(symbol, from)
        continue
      }
      const lengthBase = LENGTH_BASE[symbol - 257]
      if (lengthBase === undefined) throw new Broken('damaged')
      const length = lengthBase + bits.take(LENGTH_EXTRA[symbol - 257]!)
      const distanceSymbol = readSymbol(bits, distances)
      const distanceBase = DISTANCE_BASE[distanceSymbol]
      if (distanceBase === undefined) throw new Broken('damaged')
      const distance = distanceBase + bits.take(Math.max(0, (distanceSymbol >> 1) - 1))
      if (distance > out.length) throw new Broken('damaged')
      for (let i = 0; i < length; i++) emit(out[out.length - distance]!, from)
    }
  }

  let fault: InflateFault | undefined
  let fixed: [Code, Code] | undefined
  try {
    for (let final = false; !final; ) {
      const from = bits.at
      final = bits.take(1) === 1
      const kind = (['stored', 'fixed', 'dynamic'] as const)[bits.take(2)]
      if (kind === undefined) throw new Broken('damaged')
      const open = blocks.push({ kind, final, start: from, end: input.length * 8 }) - 1
      if (kind === 'stored') readStored()
      else if (kind === 'fixed') {
        fixed ??= fixedCodes()
        readCoded(fixed)
      } else readCoded(dynamicCodes(bits))
      blocks[open] = { kind, final, start: from, end: bits.at }
    }
    bits.toByte()
  } catch (error) {
    if (!(error instanceof Broken)) throw error
    fault = error.fault
  }
  const end = fault === undefined ? bits.at >> 3 : undefined
  return { bytes: Uint8Array.from(out), starts, ends, blocks, end, fault }
}
