import { pack } from '../pack.ts'
import type { Mutate } from '../sample.ts'
import { entryTexts, objectText, oddValue } from './values.ts'

const NAMES = [
  '',
  'userId',
  'TLS',
  'TLS.',
  'TLS.userBuf',
  'tls.identifier',
  'TLS.appid_at_3rd',
  'TLS.account_type',
  '0',
  'sdkAppId',
  'é',
]

/** Fields that nobody asked for. */
export const unknownKeys: Mutate = (random, { document }) => {
  const entries = entryTexts(document)
  for (let n = random.pick([1, 2, 20]); n > 0; n--) {
    entries.splice(random.below(entries.length + 1), 0, [JSON.stringify(random.pick(NAMES)), oddValue(random)])
  }
  return pack(random, objectText(entries))
}
