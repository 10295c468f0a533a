import { malformed } from '../errors.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8 of a well-formed string. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Writes UTF-8 to the beginning of `out`, which must be large enough; returns the number of bytes. */
export function encodeUtf8Into(text: string, out: Uint8Array): number {
  return encoder.encodeInto(text, out).written
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
