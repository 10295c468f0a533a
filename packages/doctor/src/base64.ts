/** The 64 symbols by their value: `+` and `*` mean the same, so do `/` and `-`. */
const VALUES = new Map<string, number>(
  [...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789'].map((symbol, value) => [symbol, value]),
)

/** Which characters stand for 62 and 63, and for padding. */
interface Alphabet {
  readonly last: readonly [string, string]
  readonly padding: string
}

export const TENCENT: Alphabet = { last: ['*', '-'], padding: '_' }
export const STANDARD: Alphabet = { last: ['+', '/'], padding: '=' }
export const URL_SAFE: Alphabet = { last: ['-', '_'], padding: '=' }

/** The bytes of what is valid at the beginning, whatever comes after. */
export function decodeBase64(text: string, { last }: Alphabet): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((text.length * 3) / 4))
  let length = 0
  let held = 0
  let bits = 0
  for (const symbol of text) {
    const value = symbol === last[0] ? 62 : symbol === last[1] ? 63 : VALUES.get(symbol)
    if (value === undefined) break
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits < 8) continue
    bits -= 8
    bytes[length++] = (held >> bits) & 255
  }
  return bytes.subarray(0, length)
}

/** Standard base64 of bytes. */
export function encodeBase64(bytes: Uint8Array): string {
  let binary = ''
  for (const byte of bytes) binary += String.fromCharCode(byte)
  return btoa(binary)
}

/** Standard base64 as tickets write it. Source: official TLSSigAPIv2.js, base64url.escape. */
export function toTencentAlphabet(base64: string): string {
  return base64.replace(/[+/=]/g, (symbol) => (symbol === '+' ? '*' : symbol === '/' ? '-' : '_'))
}
