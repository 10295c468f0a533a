import type { Mutate } from '../sample.ts'

const SIZES = [4096, 4097, 65_536, 10_000_000]

/** Up to ten million characters; the longest of them only now and then. */
export const huge: Mutate = (random, { ticket }) => {
  const length = random.once(40) ? 10_000_000 : random.pick(SIZES.slice(0, 3))
  const piece = random.pick([ticket, 'A', '_', '%', '\0', '用'])
  return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
}
