import { objectText, oddValue } from '../json/values.ts'
import { pack } from '../pack.ts'
import type { MutateAndSign } from '../sample.ts'
import { entriesOf } from '../sign.ts'
import { plain } from './resign.ts'

/** A signed document with a field once more: whichever counts, it has to be the signed one. */
export const ambiguous: MutateAndSign = (random, { app, signed = undefined, now }) => {
  const fields = signed ?? plain(app, now)
  const entries = entriesOf(fields, app.secretKey).map(([name, value]) => [JSON.stringify(name), JSON.stringify(value)])
  const [name = ''] = random.pick(entries)
  const value = random.once(2) ? '"admin"' : oddValue(random)
  entries.splice(random.below(entries.length + 1), 0, [random.pick([name, '"__proto__"']), value])
  return { text: pack(random, objectText(entries as [string, string][])), signed: [fields] }
}
