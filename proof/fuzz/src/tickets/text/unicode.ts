import type { Mutate } from '../sample.ts'

/** Characters that look the same, or become the same when only their low byte counts. */
export const unicode: Mutate = (random, { ticket }) => {
  const at = random.below(ticket.length)
  const unit = ticket.charCodeAt(at)
  const other = random.pick([
    String.fromCharCode(unit + 0xfee0),
    String.fromCharCode(unit | (random.between(1, 255) << 8)),
    `${ticket.charAt(at)}\u0301`,
    `${ticket.charAt(at)}\u200b`,
    '\ud800',
    '\udfff',
    '😀',
    '\u202e',
    '\u2028',
  ])
  return ticket.slice(0, at) + other + ticket.slice(at + 1)
}
