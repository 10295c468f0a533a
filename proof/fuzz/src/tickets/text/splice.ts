import type { Mutate } from '../sample.ts'

/** The beginning of a ticket and the end of another one. */
export const splice: Mutate = (random, { ticket }, corpus) => {
  const other = random.pick(corpus).ticket
  const at = random.below(ticket.length)
  return random.pick([
    ticket.slice(0, at) + other.slice(at),
    ticket.slice(0, at) + other.slice(random.below(other.length)),
    ticket + other,
    `${ticket},${other}`,
    ticket.slice(0, at - (at % 4)) + other.slice(at - (at % 4)),
  ])
}
