import type { Mutate } from '../sample.ts'

const RESPELLINGS: readonly ((ticket: string) => string)[] = [
  (ticket) => ticket.replaceAll('*', '+').replaceAll('-', '/').replaceAll('_', '='),
  (ticket) => ticket.replaceAll('-', '_').replaceAll('*', '-').replace(/_+$/, ''),
  (ticket) => ticket.replaceAll('*', '+'),
  (ticket) => ticket.replaceAll('-', '/'),
  (ticket) => ticket.toLowerCase(),
  (ticket) => ticket.toUpperCase(),
  (ticket) => Buffer.from(ticket).toString('base64'),
  (ticket) => Buffer.from(ticket).toString('hex'),
  (ticket) => ticket.split('').reverse().join(''),
]

/** The same bytes, or nearly, in another base64. */
export const alphabet: Mutate = (random, { ticket }) => random.pick(RESPELLINGS)(ticket)
