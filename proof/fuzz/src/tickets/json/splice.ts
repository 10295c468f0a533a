import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'
import { entryTexts, objectText } from './values.ts'

/** Fields of two tickets, mixed. */
export const spliceFields: Mutate = (random, { document }, corpus) => {
  const others = new Map(entryTexts(random.pick(corpus).document))
  const entries = entryTexts(document).map(
    ([name, value]) => [name, random.once(3) ? (others.get(name) ?? value) : value] as const,
  )
  return pack(random, objectText(entries))
}
