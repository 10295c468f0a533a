import type { Mutate } from '../sample.ts'

/** Padding that is missing, too long, in the middle, or hides bits. */
export const padding: Mutate = (random, { ticket }) => {
  const bare = ticket.replace(/_+$/, '')
  const at = random.below(bare.length)
  return random.pick([
    bare,
    `${bare}_`,
    `${bare}__`,
    `${bare}___`,
    `${bare}====`,
    `${ticket}____`,
    `${bare.slice(0, -1) + random.text(1, 'BCDEFGHIJKLMNOPQRSTUVWXYZ*-')}${ticket.slice(bare.length)}`,
    `${bare.slice(0, at)}_${bare.slice(at + 1)}`,
    `${bare.slice(0, at)}__${bare.slice(at)}__`,
    `_${bare}`,
  ])
}
