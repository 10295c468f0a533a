import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'
import { entryTexts } from './values.ts'

const SPACES = [' ', '\n', '\t', '\r\n', '   ', '', '\u00a0', '\ufeff', '\v', '\u2028', '//\n']

/** The same fields in another order, with white space that JSON knows and other that it does not, and commas too many. */
export const layout: Mutate = (random, { document }) => {
  const space = () => (random.once(2) ? '' : random.pick(SPACES.slice(0, random.once(6) ? SPACES.length : 6)))
  const entries = random
    .shuffled(entryTexts(document))
    .map(([name, value]) => `${space() + name + space()}:${space()}${value}`)
  const end = random.once(12) ? ',' : ''
  return pack(random, `${space()}{${entries.join(`${space()},`)}${end}${space()}}${space()}`)
}
