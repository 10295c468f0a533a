import { spliceBytes } from './edit.ts'
import { pack, toTicket } from './pack.ts'
import type { Changes } from './sample.ts'
import { entryTexts, objectText } from './values.ts'

/** What is made of two tickets. */
export const MIXED: Changes = {
  /** The beginning of a ticket and the end of another one. */
  text(random, { ticket }, corpus) {
    const other = random.pick(corpus).ticket
    const at = random.below(ticket.length)
    return random.pick([
      ticket.slice(0, at) + other.slice(at),
      ticket.slice(0, at) + other.slice(random.below(other.length)),
      ticket + other,
      `${ticket},${other}`,
      ticket.slice(0, at - (at % 4)) + other.slice(at - (at % 4)),
    ])
  },

  /** Something before the zlib stream, in it, or after it: bytes by chance, or a second stream. */
  streams(random, { bytes }, corpus) {
    const at = random.pick([0, bytes.length, bytes.length, bytes.length - 4, random.below(bytes.length)])
    const more = random.pick([
      random.bytes(random.between(1, 12)),
      new Uint8Array(random.between(1, 12)),
      random.pick(corpus).bytes,
    ])
    return toTicket(spliceBytes(bytes, at, 0, more))
  },

  /** Fields of two tickets. */
  fields(random, { document }, corpus) {
    const others = new Map(entryTexts(random.pick(corpus).document))
    const entries = entryTexts(document).map(
      ([name, value]) => [name, random.once(3) ? (others.get(name) ?? value) : value] as const,
    )
    return pack(random, objectText(entries))
  },
}
