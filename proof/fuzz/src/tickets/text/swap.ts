import type { Mutate } from '../sample.ts'

/** Two pieces in each other's place. */
export const swap: Mutate = (random, { ticket }) => {
  const length = random.pick([1, 4, 16])
  const a = random.below(Math.max(1, ticket.length - 2 * length))
  const b = random.between(a + length, Math.max(a + length, ticket.length - length))
  const [first, second] = [ticket.slice(a, a + length), ticket.slice(b, b + length)]
  return ticket.slice(0, a) + second + ticket.slice(a + length, b) + first + ticket.slice(b + length)
}
