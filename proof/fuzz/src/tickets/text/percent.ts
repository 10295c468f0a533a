import type { Mutate } from '../sample.ts'

/** As it looks when somebody escaped it for a URL, or once too often. */
export const percent: Mutate = (random, { ticket }) => {
  const escaped = ticket.replace(/[*_-]/g, (unit) => `%${unit.charCodeAt(0).toString(16)}`)
  const at = random.below(ticket.length)
  return random.pick([
    escaped,
    escaped.toUpperCase(),
    encodeURIComponent(escaped),
    `${ticket.slice(0, at)}%${ticket.charCodeAt(at).toString(16)}${ticket.slice(at + 1)}`,
    `${ticket.slice(0, at)}%00${ticket.slice(at)}`,
    `${ticket.slice(0, at)}%${ticket.slice(at)}`,
    ticket.replaceAll('*', ' '),
    `userSig=${ticket}&`,
  ])
}
