import { describe, expect, it } from 'vitest'
import { createSignerResolver } from '../src/endpoint/index.ts'
import { createUserSigner } from '../src/index.ts'
import { createRevocations } from '../src/revocation/index.ts'
import { APP, KEY } from './support.ts'

const credentials = { sdkAppId: APP, secretKey: KEY }
const redis = { get: async () => null, setex: async () => 'OK' }

/** What creates something of options, with a good value of each number that bounds something. */
const CREATORS: readonly (readonly [string, (options: object) => unknown, Record<string, number>])[] = [
  ['createUserSigner', (options) => createUserSigner({ ...credentials, ...options }), { expire: 600 }],
  [
    'createSignerResolver',
    (options) => createSignerResolver({ credentials: () => credentials, ...options }),
    { refreshAfter: 60, maxAge: 600, timeout: 3, maxTenants: 10 },
  ],
  ['createRevocations', (options) => createRevocations({ redis, ...options }), { lifetime: 600, timeout: 1 }],
]
const rows = CREATORS.flatMap(([name, create, good]) =>
  Object.entries(good).map(([option, value]) => ({ name, create, option, value })),
)

/** `Number(process.env.UNSET)`, texts of an environment, milliseconds by mistake. */
const UNBOUNDED = [Number.NaN, Number.POSITIVE_INFINITY, -1, 0, 1e13, '60', '', true, null, 60n, [60]]

describe('a number that bounds something is checked where it comes in', () => {
  it.each(rows)('$name: $option', ({ create, option, value }) => {
    expect(create({ [option]: value })).toBeDefined()
    for (const wrong of UNBOUNDED) {
      expect(() => create({ [option]: wrong }), String(wrong)).toThrow(new RegExp(`^${option} is `))
    }
  })
})
