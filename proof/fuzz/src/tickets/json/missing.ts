import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'
import { entryTexts, objectText } from './values.ts'

/** One field less, or two of them with each other's value. */
export const missing: Mutate = (random, { document }) => {
  const entries = entryTexts(document)
  const at = random.below(entries.length)
  const [entry] = entries.splice(at, 1)
  if (random.once(2) && entry && entries.length > 0) {
    const other = random.pick(entries)
    entries.push([entry[0], other[1]])
    other[1] = entry[1]
  }
  return pack(random, objectText(entries))
}
