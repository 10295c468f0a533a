import { splice, times } from './edit.ts'
import type { Changes } from './sample.ts'

const PIECES = ['A', '_', '__', '=', '\0', ' ', '\n', '\r\n', '\t', '*', '-', '+', '/', '\uFEFF', 'eJw', '.', '"', "'"]

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

/** Changes of the characters of a ticket. */
export const TEXT: Changes = {
  /** Other bits in a few characters. */
  flip(random, { ticket }) {
    const units = ticket.split('')
    times(random.between(1, 4), () => {
      const at = random.below(units.length)
      units[at] = String.fromCharCode((units[at] ?? '').charCodeAt(0) ^ (1 << random.below(random.once(8) ? 16 : 7)))
    })
    return units.join('')
  },

  /** Something more, somewhere. */
  insert: (random, { ticket }) =>
    splice(
      ticket,
      random.pick([0, ticket.length, random.below(ticket.length)]),
      0,
      random.pick(PIECES).repeat(random.pick([1, 1, 2, 4, 64])),
    ),

  /** Some characters less; often a whole number of groups, so that the rest is still base64. */
  remove(random, { ticket }) {
    const group = random.pick([1, 4])
    const at = random.below(Math.ceil(ticket.length / group)) * group
    return splice(ticket, at, random.pick([1, random.between(1, 8), ticket.length]) * group, '')
  },

  /** Two pieces in each other's place. */
  swap(random, { ticket }) {
    const length = random.pick([1, 4, 16])
    const a = random.below(Math.max(1, ticket.length - 2 * length))
    const b = random.between(a + length, Math.max(a + length, ticket.length - length))
    const [first, second] = [ticket.slice(a, a + length), ticket.slice(b, b + length)]
    return splice(splice(ticket, b, length, first), a, length, second)
  },

  /** The same bytes, or nearly, in another base64. */
  alphabet: (random, { ticket }) => random.pick(RESPELLINGS)(ticket),

  /** Padding that is missing, too long, in the middle, or hides bits. */
  padding(random, { ticket }) {
    const bare = ticket.replace(/_+$/, '')
    const at = random.below(bare.length)
    return random.pick([
      bare,
      `${bare}_`,
      `${bare}__`,
      `${bare}___`,
      `${bare}====`,
      `${ticket}____`,
      splice(ticket, bare.length - 1, 1, random.text(1, 'BCDEFGHIJKLMNOPQRSTUVWXYZ*-')),
      splice(bare, at, 1, '_'),
      `${splice(bare, at, 0, '__')}__`,
      `_${bare}`,
    ])
  },

  /** As it looks when somebody escaped it for a URL, or once too often. */
  percent(random, { ticket }) {
    const escaped = ticket.replace(/[*_-]/g, (unit) => `%${unit.charCodeAt(0).toString(16)}`)
    const at = random.below(ticket.length)
    return random.pick([
      escaped,
      escaped.toUpperCase(),
      encodeURIComponent(escaped),
      splice(ticket, at, 1, `%${ticket.charCodeAt(at).toString(16)}`),
      splice(ticket, at, 0, '%00'),
      splice(ticket, at, 0, '%'),
      ticket.replaceAll('*', ' '),
      `userSig=${ticket}&`,
    ])
  },

  /** Characters that look the same, or become the same when only their low byte counts. */
  unicode(random, { ticket }) {
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
    return splice(ticket, at, 1, other)
  },

  /** Up to ten million characters; the longest of them only now and then. */
  huge(random, { ticket }) {
    const length = random.once(40) ? 10_000_000 : random.pick([4096, 4097, 65_536])
    const piece = random.pick([ticket, 'A', '_', '%', '\0', '用'])
    return piece.repeat(Math.ceil(length / piece.length)).slice(0, length)
  },

  /** A letter that is large in place of small, or small in place of large. */
  letterCase(random, { ticket }) {
    const at = random.below(ticket.length)
    const letter = ticket.charAt(at)
    return splice(ticket, at, 1, letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase())
  },

  /** A piece of it once more. */
  repeat(random, { ticket }) {
    const at = random.below(ticket.length)
    return splice(ticket, at, 0, ticket.slice(at, at + random.pick([1, 4, 16, ticket.length])))
  },
}
