import type { Mutate } from '../sample.ts'

/** Some characters less; often a whole number of groups, so that the rest is still base64. */
export const remove: Mutate = (random, { ticket }) => {
  const group = random.pick([1, 4])
  const at = random.below(Math.ceil(ticket.length / group)) * group
  const count = random.pick([1, random.between(1, 8), ticket.length]) * group
  return ticket.slice(0, at) + ticket.slice(at + count)
}
