import { describe, expect, test } from 'vitest'
import { guardOptions } from './fixture.ts'

/** Makes a handler of options, also of what a program in JavaScript passes by mistake. It may take a moment. */
type Create = (options: object) => unknown

/** The functions of an adapter that read numbers which bound something. */
export interface BoundedCreators {
  readonly issue: Create
  readonly guard: Create
  readonly webhook: Create
  /** The adapter reads bodies from a socket. @defaultValue false */
  readonly readsBodies?: boolean
}

/** What bounds nothing: what `Number(process.env.UNSET)` is, texts, milliseconds by mistake. */
const UNBOUNDED: readonly unknown[] = [
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
  -1,
  1e13,
  '60',
  'soon',
  '',
  true,
  null,
  60n,
  [60],
]

/** A good value of each option. A `Date` could bound something, too, and so could a function. */
const GOOD = {
  issue: { expire: 600, callbackTimeout: 3, notIssuedBefore: 1_700_000_000 },
  guard: { clockTolerance: 5, callbackTimeout: 3, notIssuedBefore: 1_700_000_000 },
  webhook: { maxAge: 120, maxBytes: 4096, callbackTimeout: 3 },
} as const

const { credentials } = guardOptions()
const NEEDED = {
  issue: { credentials, authenticate: () => 'alice' },
  guard: { credentials },
  webhook: { trtcKey: 'the key of TRTC' },
} as const

/** Checks that every number which bounds something is looked at where it comes in. */
export function describeBounds({ readsBodies = false, ...creators }: BoundedCreators): void {
  const body = readsBodies ? { bodyTimeout: 3 } : {}
  const good = { issue: { ...GOOD.issue, ...body }, guard: GOOD.guard, webhook: { ...GOOD.webhook, ...body } }
  const rows = (['issue', 'guard', 'webhook'] as const).flatMap((kind) =>
    Object.entries(good[kind]).map(([option, value]) => [kind, option, value] as const),
  )

  describe('a number that bounds something is checked where it comes in', () => {
    test.each(rows)('%s: %s', async (kind, option, value) => {
      const create = async (given: unknown) => await creators[kind]({ ...NEEDED[kind], [option]: given })
      await expect(create(value), String(value)).resolves.toBeDefined()
      for (const wrong of UNBOUNDED) {
        await expect(create(wrong), String(wrong)).rejects.toThrow(new RegExp(option, 'i'))
      }
    })
  })
}
