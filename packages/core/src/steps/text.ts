import { malformed } from '../errors.ts'

const encoder = new TextEncoder()
const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** UTF-8 of a well-formed string. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text)
}

/** Text put together from pieces in one reused buffer, which must be large enough. */
export class ByteText {
  readonly bytes: Uint8Array
  /** Position behind what was written. */
  end = 0
  #start = 0

  constructor(maxBytes: number) {
    this.bytes = new Uint8Array(maxBytes)
  }

  /** Forgets what was written, and goes on at `at`. */
  start(at: number): this {
    this.#start = at
    this.end = at
    return this
  }

  add(piece: Uint8Array): this {
    this.bytes.set(piece, this.end)
    this.end += piece.length
    return this
  }

  /** Adds the UTF-8 of a well-formed string. */
  addText(text: string): this {
    const { bytes } = this
    let at = this.end
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i)
      if (unit > 0x7f) return this.add(encodeUtf8(text))
      bytes[at++] = unit
    }
    this.end = at
    return this
  }

  /** Writes a whole well-formed text from the beginning; for short pieces `addText` is faster. */
  set(text: string): this {
    this.#start = 0
    this.end = encoder.encodeInto(text, this.bytes).written
    return this
  }

  /** What was written since the start; it holds until the next start. */
  written(): Uint8Array {
    return this.bytes.subarray(this.#start, this.end)
  }
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
