import { malformed } from '../errors.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8 of a well-formed string. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Writes the UTF-8 of a well-formed string into a buffer that is large enough; returns the position after it. */
export function writeUtf8(text: string, out: Uint8Array, at: number): number {
  const { length } = text
  for (let i = 0; i < length; i++) {
    const unit = text.charCodeAt(i)
    if (unit > 0x7f) return writeBytes(encoder.encode(text), out, at)
    out[at + i] = unit
  }
  return at + length
}

/** Writes some bytes into a buffer that is large enough; returns the position after them. */
export function writeBytes(bytes: Uint8Array, out: Uint8Array, at: number): number {
  const { length } = bytes
  // For as few bytes as these, calling `set` takes longer.
  for (let i = 0; i < length; i++) out[at + i] = bytes[i]!
  return at + length
}

/** Writes a whole number, 0 or more, in decimal digits; returns the position after them. */
export function writeInteger(value: number, out: Uint8Array, at: number): number {
  // Beyond 31 bits engines divide by way of floating point.
  if (value > 0x7fffffff) return writeUtf8(String(value), out, at)
  const end = at + digitsOf(value)
  let rest = value
  for (let i = end - 1; i >= at; i--) {
    const quotient = (rest / 10) | 0
    out[i] = 0x30 + rest - quotient * 10
    rest = quotient
  }
  return end
}

function digitsOf(value: number): number {
  // Points in time, and most SDKAppIDs.
  if (value >= 1_000_000_000) return 10
  let digits = 1
  for (let limit = 10; value >= limit; limit *= 10) digits++
  return digits
}

const NEEDS_ESCAPE = /["\\]/

/** A string without control characters as it stands between the quotes of JSON. */
export function escapeJson(text: string): string {
  return NEEDS_ESCAPE.test(text) ? JSON.stringify(text).slice(1, -1) : text
}

/** @throws UserSigError `malformed` for bytes that are not UTF-8 */
export function decodeUtf8(bytes: Uint8Array, what: string): string {
  try {
    return decoder.decode(bytes)
  } catch (cause) {
    throw malformed(`${what} is not valid UTF-8`, cause)
  }
}

/** Text of bytes that are known to be ASCII. */
export function decodeAscii(bytes: Uint8Array): string {
  return decoder.decode(bytes)
}

/** Number of bytes of a well-formed string in UTF-8. */
export function utf8Length(text: string): number {
  let length = text.length
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i)
    // A surrogate pair is two units and four bytes: two bytes a unit.
    if (unit > 0x7ff && (unit < 0xd800 || unit > 0xdfff)) length += 2
    else if (unit > 0x7f) length++
  }
  return length
}

const LONE_SURROGATE = /\p{Surrogate}/u

/** Whether no surrogate stands alone. `String.prototype.isWellFormed` is younger than the runtimes we support. */
export function isWellFormed(text: string): boolean {
  return !LONE_SURROGATE.test(text)
}
