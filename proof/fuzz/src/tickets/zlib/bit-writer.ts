/** Writes bits as DEFLATE has them, least significant first. */
export class BitWriter {
  readonly #bytes: number[] = []
  #bits = 0
  #count = 0

  get length(): number {
    return this.#bytes.length
  }

  write(value: number, count: number): this {
    for (let i = 0; i < count; i++) {
      this.#bits |= ((value >> i) & 1) << this.#count
      if (++this.#count === 8) this.#flush()
    }
    return this
  }

  /** Codes go the other way round: most significant bit first. */
  writeCode({ code, length }: Code): this {
    for (let i = length - 1; i >= 0; i--) this.write((code >> i) & 1, 1)
    return this
  }

  finish(): Uint8Array<ArrayBuffer> {
    if (this.#count > 0) this.#flush()
    return Uint8Array.from(this.#bytes)
  }

  #flush(): void {
    this.#bytes.push(this.#bits)
    this.#bits = 0
    this.#count = 0
  }
}

export interface Code {
  readonly code: number
  readonly length: number
}

/** The canonical code of these lengths (RFC 1951, section 3.2.2). */
export function toCodes(lengths: readonly number[]): Code[] {
  const codes: Code[] = lengths.map((length) => ({ code: 0, length }))
  let code = 0
  for (let length = 1; length <= 15; length++) {
    for (const [symbol, its] of lengths.entries()) {
      if (its === length) codes[symbol] = { code: code++, length }
    }
    code <<= 1
  }
  return codes
}
