import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'
import { entryTexts, FIELDS, objectText } from './values.ts'

const NAMES = [
  '"__proto__"',
  '"constructor"',
  '"prototype"',
  '"toString"',
  '"valueOf"',
  '"toJSON"',
  '"then"',
  '"hasOwnProperty"',
  '"\\u005f_proto__"',
]

/** Fields that are not there themselves, but in what could become the prototype; and names that objects have anyway. */
export const prototype: Mutate = (random, { document }) => {
  const entries = entryTexts(document)
  const moved = random.pick(FIELDS.map((name) => JSON.stringify(name)))
  const kept = random.once(2) ? entries.filter(([name]) => name !== moved) : entries
  const inner = random.pick([
    document,
    objectText(entries.filter(([name]) => name === moved)),
    '{"userId":"admin"}',
    'null',
    '[]',
  ])
  kept.splice(random.below(kept.length + 1), 0, [random.pick(NAMES), inner])
  return pack(random, objectText(kept))
}
