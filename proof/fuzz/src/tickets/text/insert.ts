import type { Mutate } from '../sample.ts'

const PIECES = ['A', '_', '__', '=', '\0', ' ', '\n', '\r\n', '\t', '*', '-', '+', '/', '\uFEFF', 'eJw', '.', '"', "'"]

/** Something more, somewhere. */
export const insert: Mutate = (random, { ticket }) => {
  const at = random.pick([0, ticket.length, random.below(ticket.length)])
  return ticket.slice(0, at) + random.pick(PIECES).repeat(random.pick([1, 1, 2, 4, 64])) + ticket.slice(at)
}
