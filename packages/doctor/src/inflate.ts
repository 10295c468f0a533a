import { Inflate, inflateSync } from 'fflate'

/** What came out of a DEFLATE stream, and from where, also of one that is damaged or ends early. */
export interface Trace {
  readonly bytes: Uint8Array
  /** For each byte that came out the first byte of the stream that it comes from, and the one after the last. */
  readonly starts: readonly number[]
  readonly ends: readonly number[]
  /** How many bytes the stream has; `undefined` where its end was not found. */
  readonly length: number | undefined
  readonly fault: InflateFault | undefined
}

/** Why a DEFLATE stream could not be read to its end. */
export type InflateFault = 'ends early' | 'damaged' | 'too large'

/**
 * Unpacks a DEFLATE stream byte by byte, which tells where each byte comes from, and returns what it found before a fault.
 * fflate does the work: it hands out whatever can be decoded after each push.
 *
 * @param limit - How many bytes may come out.
 */
export function traceInflate(stream: Uint8Array, limit: number): Trace {
  return traceStored(stream, limit) ?? traceCoded(stream, limit)
}

/** RFC 1951, section 3.2.4: kind and padding, the length, and its complement. */
const STORED_HEADER_BYTES = 5

/** One stored block, which is a copy: fflate hands it out at its end, when it is whole. */
function traceStored(stream: Uint8Array, limit: number): Trace | undefined {
  const [head = 0xff, low = 0, high = 0, lowComplement = 0, highComplement = 0] = stream
  const isOnly = head === 1
  if (!isOnly || stream.length < STORED_HEADER_BYTES) return undefined
  const length = low | (high << 8)
  if ((lowComplement | (highComplement << 8)) !== (~length & 0xffff)) return undefined
  const bytes = stream.subarray(STORED_HEADER_BYTES, STORED_HEADER_BYTES + Math.min(length, limit))
  const ends = Array.from(bytes, (_, i) => STORED_HEADER_BYTES + i + 1)
  const isWhole = stream.length >= STORED_HEADER_BYTES + length
  const fault = length > limit ? 'too large' : isWhole ? undefined : 'ends early'
  const starts = ends.map((end) => end - 1)
  return { bytes, starts, ends, length: fault === undefined ? STORED_HEADER_BYTES + length : undefined, fault }
}

function traceCoded(stream: Uint8Array, limit: number): Trace {
  const out = new Uint8Array(limit)
  const ends: number[] = []
  let pushed = 0
  let fault: InflateFault | undefined
  const inflate = new Inflate((chunk) => {
    const room = limit - ends.length
    if (chunk.length > room) fault = 'too large'
    out.set(chunk.subarray(0, room), ends.length)
    for (let i = Math.min(chunk.length, room); i > 0; i--) ends.push(pushed)
  })
  try {
    while (pushed < stream.length && fault === undefined) {
      pushed++
      inflate.push(stream.subarray(pushed - 1, pushed))
    }
  } catch {
    fault = 'damaged'
  }
  const bytes = out.subarray(0, ends.length)
  const length = fault === undefined ? findEnd(stream, ends.at(-1) ?? 1, limit) : undefined
  // The byte with which one symbol ends may hold the first bits of the next.
  const starts = ends.map((_, i) => Math.max(0, (ends[i - 1] ?? 1) - 1))
  return { bytes, starts, ends, length, fault: fault ?? (length === undefined ? 'ends early' : undefined) }
}

/** How far after its last symbol a stream may end: the code of the end has 15 bits at most, blocks may be empty. */
const MAX_TAIL = 8

function findEnd(stream: Uint8Array, lastSymbol: number, limit: number): number | undefined {
  for (let end = lastSymbol; end <= Math.min(stream.length, lastSymbol + MAX_TAIL); end++) {
    if (isComplete(stream.subarray(0, end), limit)) return end
  }
  return undefined
}

function isComplete(stream: Uint8Array, limit: number): boolean {
  // fflate takes nothing for whole.
  if (stream.length === 0) return false
  try {
    inflateSync(stream, { out: new Uint8Array(limit + 1) })
    return true
  } catch {
    return false
  }
}

/** What is left of a zlib stream that is not whole. */
export interface Remains {
  readonly bytes: Uint8Array
  readonly isComplete: boolean
  /** Whether four bytes stand after its end. */
  readonly hasChecksum: boolean
  readonly fault: 'damaged' | 'too large' | undefined
}

const CHECKSUM_BYTES = 4

/** Unpacks what can be of a DEFLATE stream with its checksum, in one go: without where it comes from. */
export function inflatePartly(stream: Uint8Array, limit: number): Remains {
  const stored = traceStored(stream, limit)
  const { bytes, fault } = stored
    ? { bytes: stored.bytes, fault: tooLarge(stored.fault) }
    : unpackInPieces(stream, limit)
  if (fault) return { bytes, isComplete: false, hasChecksum: false, fault }
  return {
    bytes,
    isComplete: isComplete(stream, limit),
    hasChecksum: isComplete(stream.subarray(0, -CHECKSUM_BYTES), limit),
    fault,
  }
}

const tooLarge = (fault: InflateFault | undefined) => (fault === 'too large' ? fault : undefined)

/** So that a stream which unpacks to megabytes is left early: 64 bytes unpack to 66 kB at most. */
const PIECE_BYTES = 64

function unpackInPieces(stream: Uint8Array, limit: number): Pick<Remains, 'bytes' | 'fault'> {
  const bytes = new Uint8Array(limit)
  let length = 0
  let fault: Remains['fault']
  const inflate = new Inflate((chunk) => {
    if (chunk.length > limit - length) fault = 'too large'
    bytes.set(chunk.subarray(0, limit - length), length)
    length = Math.min(limit, length + chunk.length)
  })
  try {
    for (let at = 0; at < stream.length && fault === undefined; at += PIECE_BYTES) {
      inflate.push(stream.subarray(at, at + PIECE_BYTES))
    }
  } catch {
    fault = 'damaged'
  }
  return { bytes: bytes.subarray(0, length), fault }
}

/** What a whole DEFLATE stream unpacks to; `undefined` where it is damaged, or too much comes out. */
export function inflateWhole(stream: Uint8Array, limit: number): Uint8Array | undefined {
  try {
    // fflate drops what does not fit into `out` without an error, so one spare byte tells "full" from "too large".
    const bytes = inflateSync(stream, { out: new Uint8Array(limit + 1) })
    return bytes.length > limit ? undefined : bytes
  } catch {
    return undefined
  }
}

/** RFC 1950, section 9. */
export function adler32(bytes: Uint8Array): number {
  let a = 1
  let b = 0
  for (const byte of bytes) {
    a = (a + byte) % 65_521
    b = (b + a) % 65_521
  }
  return ((b << 16) | a) >>> 0
}
