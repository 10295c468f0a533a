import type { Mutate } from '../sample.ts'

/** Other bits in a few characters. */
export const flip: Mutate = (random, { ticket }) => {
  const units = ticket.split('')
  for (let n = random.between(1, 4); n > 0; n--) {
    const at = random.below(units.length)
    units[at] = String.fromCharCode((units[at] ?? '').charCodeAt(0) ^ (1 << random.below(random.once(8) ? 16 : 7)))
  }
  return units.join('')
}
