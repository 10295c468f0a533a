import { expect, test, vi } from 'vitest'
import { createUserSigEndpoint, createUserSigGuard, ProblemError } from '../src/endpoint/index.ts'
import { createUserSigner, UserSigError } from '../src/index.ts'
import { createRevocations, type RedisClient } from '../src/revocation/index.ts'

// With a real Redis, and on every adapter: packages/contract/test/revocation.test.ts.

const credentials = { sdkAppId: 1400000000, secretKey: 'a key of these tests' }
const bearer = (ticket: string) => ({
  header: (name: string) => (name === 'authorization' ? `Bearer ${ticket}` : null),
  request: null,
  context: undefined,
})
const post = {
  method: 'POST',
  header: () => null,
  readBody: async () => new Uint8Array(),
  request: null,
  context: undefined,
}

test('who was kicked out needs a new ticket, and gets one that counts in the same second', async () => {
  const now = () => 1_700_000_000
  const { kick, notIssuedBefore } = createRevocations({ now })
  const guard = createUserSigGuard<null>({ credentials, notIssuedBefore, onError: () => {} })
  const signer = createUserSigner({ ...credentials, now })
  const endpoint = createUserSigEndpoint<null>({ signer, authenticate: () => 'alice', notIssuedBefore })
  vi.useFakeTimers({ now: 1_700_000_000_000, toFake: ['Date'] })
  try {
    const old = signer.genUserSig('alice')
    expect((await guard(bearer(old))).claims?.userId).toBe('alice')
    await kick('alice')
    expect((await guard(bearer(old))).response?.status).toBe(401)
    expect((await guard(bearer(signer.genUserSig('bob')))).claims?.userId).toBe('bob')
    const { userSig } = JSON.parse((await endpoint(post)).body)
    expect((await guard(bearer(userSig))).claims?.userId).toBe('alice')
  } finally {
    vi.useRealTimers()
  }
})

test('a kick is forgotten when the tickets of its time have ended', async () => {
  let time = 1_700_000_000
  const { kick, notIssuedBefore } = createRevocations({ lifetime: 60, now: () => time })
  await kick('alice')
  expect(notIssuedBefore('alice')).toBeGreaterThanOrEqual(time)
  time += 61
  expect(notIssuedBefore('alice')).toBeUndefined()
})

test('a process remembers 100 000 users, and says so before it forgets one', async () => {
  let time = 1_700_000_000
  const { kick, notIssuedBefore } = createRevocations({ lifetime: 60, now: () => time })
  for (let i = 0; i < 100_000; i++) await kick(`user-${i}`)
  await expect(kick('one-more')).rejects.toMatchObject({ code: 'unavailable' })
  await kick('user-0')
  expect(notIssuedBefore('user-0')).toBeDefined()
  time += 61
  await kick('one-more')
  expect(notIssuedBefore('one-more')).toBeDefined()
})

test('the names of both Redis clients are known', async () => {
  for (const name of ['setex', 'setEx'] as const) {
    const kept = new Map<string, string>()
    const redis: RedisClient = {
      get: async (key) => kept.get(key) ?? null,
      [name]: async (key: string, _: number, value: string) => kept.set(key, value),
    }
    const { kick, notIssuedBefore } = createRevocations({ redis, prefix: 'app:' })
    expect(await notIssuedBefore('alice')).toBeUndefined()
    await kick('alice')
    expect(await notIssuedBefore('alice')).toBeGreaterThan(1_700_000_000)
    expect([...kept.keys()]).toEqual(['app:alice'])
  }
})

test.each([
  ['fails', () => Promise.reject(new Error('ECONNREFUSED'))],
  ['hangs', () => new Promise<never>(() => {})],
  [
    'throws',
    () => {
      throw new Error('closed')
    },
  ],
  ['holds something else', async () => 'not a time'],
])('a Redis that %s refuses, or passes where that was chosen', async (_, get) => {
  const redis = { get, setex: get } as RedisClient
  const refusing = createRevocations({ redis, timeout: 0.05 })
  await expect(Promise.resolve().then(() => refusing.notIssuedBefore('alice'))).rejects.toSatisfy(ProblemError.is)
  const told: unknown[] = []
  const passing = createRevocations({ redis, timeout: 0.05, whenDown: 'pass', onError: (error) => told.push(error) })
  expect(await passing.notIssuedBefore('alice')).toBeUndefined()
  expect(told.length).toBe(1)
})

test('a kick that Redis did not confirm is not reported as done', async () => {
  const redis = { get: async () => null, setex: () => Promise.reject(new Error('ECONNREFUSED')) } as RedisClient
  await expect(createRevocations({ redis, whenDown: 'pass' }).kick('alice')).rejects.toMatchObject({
    code: 'unavailable',
  })
})

test('failures are printed unless they are told of', async () => {
  const print = vi.spyOn(console, 'error').mockImplementation(() => {})
  const redis = {
    get: () => Promise.reject(new Error('ECONNREFUSED')),
    setex: async () => {},
  } as unknown as RedisClient
  await createRevocations({ redis, whenDown: 'pass' }).notIssuedBefore('alice')
  expect(print.mock.calls[0]?.[0]).toContain('ECONNREFUSED')
  print.mockRestore()
})

test('wrong options and users are refused', async () => {
  expect(() => createRevocations({ redis: {} as RedisClient })).toThrow(/ioredis or node-redis/)
  expect(() => createRevocations({ lifetme: 1 } as never)).toThrow(/lifetime/)
  await expect(createRevocations().kick('')).rejects.toSatisfy(UserSigError.is)
})

test.each(['redis', 'prefix', 'lifetime', 'whenDown', 'timeout', 'onError', 'now'])(
  'an option %s on Object.prototype is none',
  async (name) => {
    const kept = new Map<string, string>()
    const told: string[] = []
    const redis = { get: async (key: string) => kept.get(key) ?? null, setex: async () => told.push('redis') }
    const hostile: Record<string, unknown> = {
      redis,
      prefix: 'mine:',
      lifetime: 1,
      whenDown: 'pass',
      timeout: 1e-9,
      onError: () => told.push('onError'),
      now: () => 0,
    }
    const root = Object.prototype as Record<string, unknown>
    try {
      root[name] = hostile[name]
      const { kick, notIssuedBefore } = createRevocations()
      await kick('alice')
      expect(notIssuedBefore('alice')).toBeGreaterThan(1_700_000_000)
      const down = { get: () => Promise.reject(new Error('down')), setex: async () => 'OK' }
      await expect(createRevocations({ redis: down }).notIssuedBefore('alice')).rejects.toMatchObject({
        code: 'unavailable',
      })
    } finally {
      delete root[name]
    }
    expect(told).toEqual([])
  },
)
