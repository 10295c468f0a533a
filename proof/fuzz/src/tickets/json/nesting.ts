import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'

const SHAPES: readonly ((depth: number) => string)[] = [
  (depth) => '['.repeat(depth) + ']'.repeat(depth),
  (depth) => '['.repeat(depth),
  (depth) => `${'{"a":'.repeat(depth / 6)}1${'}'.repeat(depth / 6)}`,
  (depth) => `[${'[],'.repeat(depth / 3)}[]]`,
  (depth) => `[${'{},'.repeat(depth / 3)}{}]`,
  (depth) => `[${'1,'.repeat(depth / 2)}1]`,
  (depth) => `{${Array.from({ length: depth / 8 }, (_, i) => `"${i}":1`).join(',')}}`,
  (depth) => `"${'\\u0041'.repeat(depth / 6)}"`,
]

/** Something deep, wide, or otherwise dear beside the right fields, or instead of them. */
export const nesting: Mutate = (random, { document }) => {
  const room = Math.max(0, 2030 - Buffer.byteLength(document))
  const amount = random.pick([8, 100, 126, 128, 130, 512, room, room, 2000, 10_000])
  const value = random.pick(SHAPES)(amount)
  return pack(random, random.once(4) ? value : document.replace(/^\{/, `{"a":${value},`))
}
