import { malformed, type UserSigError } from '../errors.ts'

/** One base64 alphabet: its 64 symbols, its padding, and the way back (255 = not a symbol). */
interface Alphabet {
  readonly symbols: Uint8Array
  readonly values: Uint8Array
  readonly pad: number
}

const LETTERS_AND_DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'

function alphabet(lastTwo: string, pad: string): Alphabet {
  const symbols = new TextEncoder().encode(LETTERS_AND_DIGITS + lastTwo)
  const values = new Uint8Array(256).fill(255)
  symbols.forEach((symbol, value) => {
    values[symbol] = value
  })
  return { symbols, values, pad: pad.charCodeAt(0) }
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
  const { symbols, pad } = to
  const over = length % 3
  const whole = length - over
  let at = start
  for (let i = 0; i < whole; i += 3) {
    const group = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!
    out[at] = symbols[group >> 18]!
    out[at + 1] = symbols[(group >> 12) & 63]!
    out[at + 2] = symbols[(group >> 6) & 63]!
    out[at + 3] = symbols[group & 63]!
    at += 4
  }
  if (over === 0) return at
  const group = (bytes[whole]! << 16) | (over === 2 ? bytes[whole + 1]! << 8 : 0)
  out[at] = symbols[group >> 18]!
  out[at + 1] = symbols[(group >> 12) & 63]!
  out[at + 2] = over === 2 ? symbols[(group >> 6) & 63]! : pad
  out[at + 3] = pad
  return at + 4
}

/**
 * Reads strict base64 into `out` and returns the number of bytes.
 *
 * Only the one canonical spelling of a byte string passes: whole groups of four, padding present, unused bits zero.
 * @throws UserSigError `malformed`
 */
export function decodeBase64(text: string, out: Uint8Array, from: Alphabet, what: string): number {
  const { values, pad } = from
  const length = text.length
  if (length === 0) return 0
  if (length % 4 !== 0) {
    throw malformed(`${what} is not a whole number of base64 groups: it is cut off or its padding was removed`)
  }
  const padding = text.charCodeAt(length - 1) !== pad ? 0 : text.charCodeAt(length - 2) !== pad ? 1 : 2
  const wholeGroups = padding === 0 ? length : length - 4
  let position = 0
  for (let i = 0; i < wholeGroups; i += 4) {
    const group = groupAt(text, i, values)
    if (group < 0) throw outsideAlphabet(what)
    out[position] = group >> 16
    out[position + 1] = group >> 8
    out[position + 2] = group
    position += 3
  }
  if (padding === 0) return position

  const lastGroup = text.slice(wholeGroups, length - padding) + ZERO_SYMBOLS.slice(0, padding)
  const group = groupAt(lastGroup, 0, values)
  if (group < 0) throw outsideAlphabet(what)
  const unusedBits = padding === 1 ? group & 0xff : group & 0xffff
  if (unusedBits !== 0) throw malformed(`${what} is not canonical base64: unused bits are set`)
  out[position++] = group >> 16
  if (padding === 1) out[position++] = group >> 8
  return position
}

/** Stand in for padding: the symbol of value 0 in every alphabet. */
const ZERO_SYMBOLS = 'AA'

/** The 24 bits of four symbols, or -1 when one of them is outside of the alphabet. */
function groupAt(text: string, index: number, values: Uint8Array): number {
  const a = text.charCodeAt(index)
  const b = text.charCodeAt(index + 1)
  const c = text.charCodeAt(index + 2)
  const d = text.charCodeAt(index + 3)
  if ((a | b | c | d) > 255) return -1
  const first = values[a]!
  const second = values[b]!
  const third = values[c]!
  const fourth = values[d]!
  if ((first | second | third | fourth) > 63) return -1
  return (first << 18) | (second << 12) | (third << 6) | fourth
}

function outsideAlphabet(what: string): UserSigError {
  return malformed(`${what} holds a character outside of its base64 alphabet`)
}
