import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'
import { entryTexts, FIELDS, objectText, oddValue } from './values.ts'

/** A field twice, in the same or another spelling of its name, with another value before or behind the right one. */
export const duplicates: Mutate = (random, { document }, corpus) => {
  const entries = entryTexts(document)
  const name = random.pick(FIELDS)
  const spelling = random.pick([name, name, name.toUpperCase(), `${name} `, `${name}\0`])
  const other = entryTexts(random.pick(corpus).document).find(([its]) => its === JSON.stringify(name))
  const value = random.once(2) && other ? other[1] : oddValue(random)
  const text = random.once(3) ? escapeAll(spelling) : JSON.stringify(spelling)
  entries.splice(random.below(entries.length + 1), 0, [text, value])
  return pack(random, objectText(entries))
}

function escapeAll(text: string): string {
  return `"${Array.from(text, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`
}
