/** Writes bits as DEFLATE has them, least significant first. */
export class BitWriter {
  #bytes = Buffer.allocUnsafe(4096)
  #length = 0
  #bits = 0
  #count = 0

  /** How many whole bytes there are. */
  get length(): number {
    return this.#length
  }

  /** Up to sixteen bits. */
  write(value: number, count: number): this {
    this.#bits |= (value & ((1 << count) - 1)) << this.#count
    this.#count += count
    while (this.#count >= 8) this.#flush()
    return this
  }

  writeCode({ bits, length }: Code): this {
    return this.write(bits, length)
  }

  /** Goes on at the next whole byte; what is left of this one holds `filling`. */
  align(filling = 0): this {
    return this.#count === 0 ? this : this.write(filling, 8 - this.#count)
  }

  /** Whole bytes, from a whole byte on. */
  append(bytes: Uint8Array): this {
    for (const byte of bytes) this.write(byte, 8)
    return this
  }

  finish(): Buffer<ArrayBuffer> {
    if (this.#count > 0) this.#flush()
    return this.#bytes.subarray(0, this.#length)
  }

  #flush(): void {
    if (this.#length === this.#bytes.length) this.#bytes = Buffer.concat([this.#bytes], 2 * this.#length)
    this.#bytes[this.#length++] = this.#bits & 255
    this.#bits >>>= 8
    this.#count = Math.max(0, this.#count - 8)
  }
}

export interface Code {
  /** As they are written: the most significant bit of a code comes first. */
  readonly bits: number
  readonly length: number
}

/** The canonical code of these lengths (RFC 1951, section 3.2.2). */
export function toCodes(lengths: readonly number[]): Code[] {
  const next = new Array<number>(17).fill(0)
  for (const length of lengths) if (length > 0) next[length + 1] = (next[length + 1] ?? 0) + 1
  for (let length = 1, code = 0; length <= 16; length++) {
    code = (code + (next[length] ?? 0)) << 1
    next[length] = code
  }
  return lengths.map((length) => {
    const code = length === 0 ? 0 : (next[length] ?? 0)
    next[length] = code + 1
    return { bits: reversed(code, length), length }
  })
}

function reversed(code: number, length: number): number {
  let bits = 0
  for (let i = 0; i < length; i++) bits |= ((code >> i) & 1) << (length - 1 - i)
  return bits
}

/** The fixed codes (RFC 1951, section 3.2.6), with the symbols 286 and 287 and the distances 30 and 31, which mean nothing. */
export const FIXED_LITERALS = toCodes(Array.from({ length: 288 }, (_, symbol) => fixedLength(symbol)))
export const FIXED_DISTANCES = toCodes(new Array<number>(32).fill(5))

function fixedLength(symbol: number): number {
  if (symbol < 144) return 8
  if (symbol < 256) return 9
  return symbol < 280 ? 7 : 8
}
