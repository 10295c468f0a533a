import { malformed, type UserSigError } from '../errors.ts'

/** One base64 alphabet: the 64 symbols, its padding, and the way back (255 = not a symbol). */
interface Alphabet {
  readonly symbols: Uint8Array
  /** The two symbols of each 12 bits, side by side in memory as they are in the text. */
  readonly pairs: Uint16Array
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
  const pairs = new Uint16Array(4096)
  // Filled byte by byte, so that the order of bytes in a word does not matter.
  const pairBytes = new Uint8Array(pairs.buffer)
  for (let i = 0; i < 4096; i++) {
    pairBytes[2 * i] = symbols[i >> 6]!
    pairBytes[2 * i + 1] = symbols[i & 63]!
  }
  return { symbols, pairs, values, pad: pad.charCodeAt(0) }
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

/** A buffer for base64 text: written two characters at a time, so its position is counted in pairs. */
export class Base64Text {
  readonly bytes: Uint8Array
  readonly #pairs: Uint16Array

  constructor(maxBytes: number) {
    this.bytes = new Uint8Array(base64Length(maxBytes))
    this.#pairs = new Uint16Array(this.bytes.buffer)
  }

  /** Writes the first `byteLength` bytes as base64; returns the number of characters. */
  encode(bytes: Uint8Array, byteLength: number, { symbols, pairs, pad }: Alphabet): number {
    const wholeGroups = byteLength - (byteLength % 3)
    const out = this.#pairs
    let pair = 0
    for (let i = 0; i < wholeGroups; i += 3) {
      const group = (bytes[i]! << 16) | (bytes[i + 1]! << 8) | bytes[i + 2]!
      out[pair] = pairs[group >> 12]!
      out[pair + 1] = pairs[group & 4095]!
      pair += 2
    }
    if (wholeGroups === byteLength) return pair * 2

    const two = byteLength - wholeGroups === 2
    const group = (bytes[wholeGroups]! << 16) | (two ? bytes[wholeGroups + 1]! << 8 : 0)
    out[pair] = pairs[group >> 12]!
    this.bytes[pair * 2 + 2] = two ? symbols[(group >> 6) & 63]! : pad
    this.bytes[pair * 2 + 3] = pad
    return pair * 2 + 4
  }
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
