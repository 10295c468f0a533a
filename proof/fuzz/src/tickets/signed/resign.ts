import type { Random } from '../../random.ts'
import { objectText, oddValue } from '../json/values.ts'
import { pack } from '../pack.ts'
import type { App, MutateAndSign, Mutated, Signed } from '../sample.ts'
import { entriesOf } from '../sign.ts'

const NAMES = ['userId', 'sdkAppId', 'issuedAt', 'expire', 'userBuf'] as const

/** Other values, signed as what they are: many of them are fine, and then have to be read as they were signed. */
export const resign: MutateAndSign = (random, { app, signed, now }) => {
  const fields: Record<string, unknown> = { ...(signed ?? plain(app, now)) }
  for (let n = random.between(1, 2); n > 0; n--) fields[random.pick(NAMES)] = otherValue(random)
  return write(random, fields as unknown as Signed, app)
}

export function plain(app: App, now: number): Signed {
  return { userId: 'alice', sdkAppId: app.sdkAppId, issuedAt: now, expire: 86_400 }
}

function otherValue(random: Random): unknown {
  const choice = random.below(4)
  if (choice === 0) return random.text(random.between(0, 33), 'abcXYZ012-_@. \n用é😀"\\\u0085')
  if (choice === 1) return random.pick([0, 1, -0, 1.5, 2 ** 31, 2 ** 32, 2 ** 52, 2 ** 53, 1e21, random.uint32()])
  if (choice === 2) return Buffer.from(random.bytes(random.pick([0, 1, 27, 28, 60, 1024]))).toString('base64')
  try {
    return JSON.parse(oddValue(random))
  } catch {
    return undefined
  }
}

/** Documents that are read in more than one way: what counts has to be what was signed, or nothing. */
export function write(random: Random, signed: Signed, app: App): Mutated {
  let entries = entriesOf(signed, app.secretKey).map(([name, value]) => [JSON.stringify(name), text(value)] as const)
  if (random.once(2)) entries = random.shuffled(entries)
  return { text: pack(random, objectText(entries)), signed: [signed] }
}

// JSON.stringify would turn -0 into 0, and what is endless into null.
function text(value: unknown): string {
  if (Object.is(value, -0)) return '-0'
  if (typeof value === 'number' && !Number.isFinite(value)) return value > 0 ? '1e400' : '-1e400'
  return JSON.stringify(value)
}
