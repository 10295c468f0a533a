import { malformed } from '../errors.ts'
import { MAX_TICKET_LENGTH } from '../limits.ts'

/** One base64 alphabet: its symbols and its padding, both ways. */
interface Alphabet {
  /** The 64 symbols. */
  readonly symbols: Uint8Array
  readonly pad: number
  /** The value of each symbol at the first to fourth place of a group; -1, which no value is, for what is not a symbol. */
  readonly places: readonly [Int32Array, Int32Array, Int32Array, Int32Array]
}

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function alphabet(lastTwo: string, pad: string): Alphabet {
  const symbols = new TextEncoder().encode(LETTERS_AND_DIGITS + lastTwo)
  const place = (shift: number) => {
    const values = new Int32Array(256).fill(-1)
    for (let value = 0; value < symbols.length; value++) values[symbols[value]!] = value << shift
    return values
  }
  return { symbols, pad: pad.charCodeAt(0), places: [place(18), place(12), place(6), place(0)] }
}

/**
 * Tencent's own alphabet around a ticket, not RFC 4648 base64url: '-' stands for '/', '*' for '+',
 * and padding is kept as '_'.
 * Source: official TLSSigAPIv2.js, base64url.escape.
 */
export const TENCENT_BASE64: Alphabet = /* @__PURE__ */ alphabet('*-', '_')

/** RFC 4648 section 4, used inside the document for TLS.sig and TLS.userbuf. */
export const STANDARD_BASE64: Alphabet = /* @__PURE__ */ alphabet('+/', '=')

/** Number of characters that `byteLength` bytes take, padding included. */
export function base64Length(byteLength: number): number {
  return Math.ceil(byteLength / 3) * 4
}

/** Writes the base64 of the first `length` bytes into a buffer that is large enough; returns the position after it. */
export function encodeBase64(bytes: Uint8Array, length: number, to: Alphabet, out: Uint8Array, start: number): number {
  const { symbols } = to
  const whole = length - (length % 3)
  let at = start
  for (let i = 0; i < whole; i += 3) {
    const group = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!
    out[at] = symbols[group >> 18]!
    out[at + 1] = symbols[(group >> 12) & 63]!
    out[at + 2] = symbols[(group >> 6) & 63]!
    out[at + 3] = symbols[group & 63]!
    at += 4
  }
  return encodeLast(bytes, whole, length, to, out, at)
}

/** Writes the group that is padded, if there is one. */
function encodeLast(
  bytes: Uint8Array,
  from: number,
  length: number,
  { symbols, pad }: Alphabet,
  out: Uint8Array,
  at: number,
): number {
  if (from === length) return at
  const two = length - from === 2
  const group = (bytes[from]! << 16) | (two ? bytes[from + 1]! << 8 : 0)
  out[at] = symbols[group >> 18]!
  out[at + 1] = symbols[(group >> 12) & 63]!
  out[at + 2] = two ? symbols[(group >> 6) & 63]! : pad
  out[at + 3] = pad
  return at + 4
}

/** Writes tickets: Tencent's base64, two symbols at a time, which takes two thirds of the time. */
export class TicketText {
  readonly bytes: Uint8Array = new Uint8Array(MAX_TICKET_LENGTH)
  readonly #words = new Uint16Array(this.bytes.buffer)
  /** The two symbols of each 12 bits, side by side in memory as they are in the text. */
  readonly #pairs = new Uint16Array(4096)

  /** Has to be called once, before the first `encode`. */
  prepare(): void {
    const { symbols } = TENCENT_BASE64
    // Byte by byte, so that the order of bytes in a word does not matter.
    const bytes = new Uint8Array(this.#pairs.buffer)
    for (let i = 0; i < 4096; i++) {
      bytes[2 * i] = symbols[i >> 6]!
      bytes[2 * i + 1] = symbols[i & 63]!
    }
  }

  /** Writes the base64 of `bytes[from..to)`, from a multiple of 3 on, in its place; returns the position after it. */
  encode(bytes: Uint8Array, from: number, to: number): number {
    const words = this.#words
    const pairs = this.#pairs
    const whole = to - ((to - from) % 3)
    let word = (from / 3) * 2
    for (let i = from; i < whole; i += 3) {
      const group = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!
      words[word] = pairs[group >> 12]!
      words[word + 1] = pairs[group & 4095]!
      word += 2
    }
    return encodeLast(bytes, whole, to, TENCENT_BASE64, this.bytes, word * 2)
  }
}

/** Why a text is not base64. */
const CUT = -1
const FOREIGN = -2
const UNUSED_BITS = -3

/**
 * Reads the first `length` bytes of a text as strict base64 into `out`.
 *
 * Only the one canonical spelling of a byte string passes: whole groups of four, padding present, unused bits zero.
 *
 * @returns the number of bytes; a negative number where it is not base64
 */
export function readBase64(text: Uint8Array, length: number, out: Uint8Array, from: Alphabet): number {
  if (length === 0) return 0
  if (length % 4 !== 0) return CUT
  const { pad, places } = from
  const [first, second, third, fourth] = places
  const padding = text[length - 1] !== pad ? 0 : text[length - 2] !== pad ? 1 : 2
  const last = length - 4
  const whole = padding === 0 ? length : last
  let position = 0
  // A value that is not one is negative, and so is all that it is a part of.
  let all = 0
  for (let i = 0; i < whole; i += 4) {
    const group = first[text[i]!]! | second[text[i + 1]!]! | third[text[i + 2]!]! | fourth[text[i + 3]!]!
    all |= group
    out[position] = group >> 16
    out[position + 1] = group >> 8
    out[position + 2] = group
    position += 3
  }
  if (all < 0) return FOREIGN
  if (padding === 0) return position

  const group = first[text[last]!]! | second[text[last + 1]!]! | (padding === 1 ? third[text[last + 2]!]! : 0)
  if (group < 0) return FOREIGN
  if ((group & (padding === 1 ? 0xff : 0xffff)) !== 0) return UNUSED_BITS
  out[position] = group >> 16
  if (padding === 1) out[position + 1] = group >> 8
  return position + 3 - padding
}

const encoder = new TextEncoder()
/** The text that is being decoded, and zeros at all other times. */
const textBytes = /* @__PURE__ */ new Uint8Array(MAX_TICKET_LENGTH)

/**
 * {@link readBase64} for a string of at most {@link MAX_TICKET_LENGTH} characters.
 * @throws UserSigError `malformed`
 */
export function decodeBase64(text: string, out: Uint8Array, from: Alphabet, what: string): number {
  const { length } = text
  const { written } = encoder.encodeInto(text, textBytes)
  // Characters beyond ASCII take more bytes than one, and may not fit.
  const decoded = length % 4 !== 0 || written === length ? readBase64(textBytes, length, out, from) : FOREIGN
  textBytes.fill(0, 0, written)
  if (decoded >= 0) return decoded
  if (decoded === CUT) {
    throw malformed(`${what} is not a whole number of base64 groups: it is cut off or its padding was removed`)
  }
  if (decoded === FOREIGN) throw malformed(`${what} holds a character outside of its base64 alphabet`)
  throw malformed(`${what} is not canonical base64: unused bits are set`)
}
