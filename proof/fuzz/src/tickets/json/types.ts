import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'
import { entryTexts, objectText, oddValue } from './values.ts'

/** Fields with values of another type or beyond their range. */
export const types: Mutate = (random, { document }) => {
  const entries = entryTexts(document)
  for (let n = random.between(1, 2); n > 0 && entries.length > 0; n--) random.pick(entries)[1] = oddValue(random)
  return pack(random, objectText(entries))
}
