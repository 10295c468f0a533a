/** The symbol that ends a block. */
export const END_OF_BLOCK = 256

// RFC 1951, section 3.2.5: symbols of growing numbers of extra bits, each beginning where the one before ends.
/** What the symbols 257 to 285 stand for: lengths from `base` on, told apart by `extra` bits. */
export const LENGTHS: Ranges = /* @__PURE__ */ ranges(3, 28, (i) => Math.max(0, (i >> 2) - 1), 258)
/** What the symbols for distances stand for. */
export const DISTANCES: Ranges = /* @__PURE__ */ ranges(1, 30, (i) => Math.max(0, (i >> 1) - 1))

interface Ranges {
  readonly base: Uint16Array
  readonly extra: Uint8Array
}

function ranges(first: number, symbols: number, extraBits: (i: number) => number, last?: number): Ranges {
  const base: number[] = []
  const extra: number[] = []
  let next = first
  for (let i = 0; i < symbols; i++) {
    base.push(next)
    extra.push(extraBits(i))
    next += 1 << extraBits(i)
  }
  if (last !== undefined) {
    base.push(last)
    extra.push(0)
  }
  return { base: Uint16Array.from(base), extra: Uint8Array.from(extra) }
}

/** The symbol in whose range a value is. */
export function symbolOf({ base }: Ranges, value: number): number {
  let symbol = base.length - 1
  while (base[symbol]! > value) symbol--
  return symbol
}
