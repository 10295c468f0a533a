import { malformed, UserSigError } from '../../errors.ts'
import { MAX_DOCUMENT_BYTES } from '../../limits.ts'
import { type Inflated, inflate } from './inflate.ts'

/** Adler-32, after the blocks. */
const CHECKSUM_BYTES = 4

/**
 * Unpacks a zlib stream (RFC 1950) of exactly `length` bytes into `out`, which must hold MAX_DOCUMENT_BYTES.
 * @throws UserSigError `malformed`, `too_large`
 */
export function unpack(bytes: Uint8Array, length: number, out: Uint8Array): Inflated {
  if (length < 2 + CHECKSUM_BYTES) throw malformed('the ticket is too short to hold anything')
  const method = bytes[0]!
  const flags = bytes[1]!
  const PRESET_DICTIONARY = 0x20
  if ((method & 15) !== 8 || method >> 4 > 7 || ((method << 8) | flags) % 31 !== 0 || flags & PRESET_DICTIONARY) {
    throw malformed('the ticket does not begin as zlib data')
  }
  const end = length - CHECKSUM_BYTES
  const inflated = inflate(bytes, 2, end, out)
  if (inflated === undefined) {
    throw new UserSigError('too_large', `the ticket unpacks to more than ${MAX_DOCUMENT_BYTES} bytes`)
  }
  const expected = (bytes[end]! << 24) | (bytes[end + 1]! << 16) | (bytes[end + 2]! << 8) | bytes[end + 3]!
  if (adler32(out, 0, inflated.length) !== expected >>> 0) throw malformed('the checksum of the ticket is wrong')
  return inflated
}

/** RFC 1950, section 9; four bytes at a time, and its modulo at the end only, which is safe for up to 5552 bytes. */
function adler32(bytes: Uint8Array, start: number, end: number): number {
  let a = 1
  let b = 0
  let i = start
  for (; i + 4 <= end; i += 4) {
    const first = bytes[i]!
    const second = bytes[i + 1]!
    const third = bytes[i + 2]!
    const fourth = bytes[i + 3]!
    b += 4 * (a + first) + 3 * second + 2 * third + fourth
    a += first + second + third + fourth
  }
  for (; i < end; i++) {
    a += bytes[i]!
    b += a
  }
  return (((b % 65521) << 16) | (a % 65521)) >>> 0
}
