import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createSignerResolver,
  createUserSigEndpoint,
  createUserSigGuard,
  type SignerResolverOptions,
} from '../src/endpoint/index.ts'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { createRequest, type Source } from './endpoint-request.ts'

const sdkAppId = 1400000000
const OLD = { sdkAppId, secretKey: 'the old key' }
const BOTH = { sdkAppId, secretKey: ['the new key', 'the old key'] }
const NEW = { sdkAppId, secretKey: 'the new key' }

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const pass = (seconds: number) => vi.advanceTimersByTimeAsync(seconds * 1000)
const hang = () => new Promise<never>(() => {})

/** An endpoint and a guard over one key source: a function as `credentials`, or the options of a resolver. */
function start(source: object, { mayGoOn = true } = {}) {
  const onError = vi.fn()
  const hooks = 'onError' in source ? {} : { onError }
  const names = Object.keys(source)
  const key =
    names.includes('signer') || (names.length === 1 && names[0] === 'credentials')
      ? source
      : {
          signer: createSignerResolver<Source>({ ...hooks, ...source } as unknown as SignerResolverOptions<
            Source,
            unknown
          >),
        }
  const endpoint = createUserSigEndpoint<Source>({ authenticate: ({ user }) => user, ...hooks, ...key })
  const guard = createUserSigGuard<Source>({ ...hooks, ...key })
  const more = mayGoOn ? { waitUntil: () => {} } : {}
  return {
    onError,
    codes: () => onError.mock.calls.map(([{ status, code }]) => `${status} ${code}`),
    async issue(user = 'alice') {
      const answer = await endpoint(createRequest({ user, ...more }))
      return { ...answer, json: JSON.parse(answer.body) }
    },
    async visit(userSig: string, user = 'alice') {
      const headers = { authorization: `Bearer ${userSig}` }
      const { claims, response } = await guard(createRequest({ user, headers, ...more }))
      return claims ? 200 : JSON.parse(response.body).code
    },
  }
}

describe('a rotation of the key while the server runs', () => {
  it('fails no request, signs with the new key, and ends the tickets of the old one with it', async () => {
    let credentials: object = OLD
    const { issue, visit, codes } = start({
      credentials: async () => credentials,
      refreshAfter: 60,
    })
    // The request that comes first is served from memory, and lets the next ones be served from the new answer.
    const renew = async (ticket: string) => {
      await pass(61)
      expect([(await issue()).status, await visit(ticket)]).toEqual([200, 200])
      await pass(0)
    }
    const first = (await issue()).json.userSig
    expect(await visit(first)).toBe(200)

    credentials = BOTH
    await renew(first)
    const second = (await issue()).json.userSig
    expect(createUserSigner(NEW).verifyUserSig(second).userId).toBe('alice')
    expect([await visit(first), await visit(second)]).toEqual([200, 200])

    credentials = NEW
    await renew(second)
    expect([await visit(first), await visit(second)]).toEqual(['bad_signature', 200])
    expect(codes()).toEqual(['401 bad_signature'])
  })
})

describe('a guard that meets a ticket of a key that is new to it', () => {
  it('asks for the keys again, so that no other process has to wait for it', async () => {
    const credentials = vi.fn<() => Promise<object>>(async () => OLD)
    const { visit } = start({ credentials })
    const mapKey = createUserSigner(NEW).genPrivateMapKey('alice', { roomId: 7 })
    expect(await visit(createUserSigner(OLD).genUserSig('alice'))).toBe(200)
    credentials.mockResolvedValue(BOTH)
    expect(await visit(createUserSigner(NEW).genUserSig('alice'))).toBe(200)
    expect(await visit(mapKey)).toBe('unexpected_user_buf')
    expect(credentials).toHaveBeenCalledTimes(2)
  })

  it('does not ask more often than every five seconds, whatever it is sent', async () => {
    const credentials = vi.fn(async () => OLD)
    const { visit, codes } = start({ credentials })
    const forged = createUserSigner(NEW).genUserSig('alice')
    for (let i = 0; i < 50; i++) {
      expect(await visit(forged)).toBe('bad_signature')
      await pass(1)
    }
    expect(credentials).toHaveBeenCalledTimes(11)
    credentials.mockRejectedValue(new Error('down'))
    await pass(5)
    expect(await visit(forged)).toBe('bad_signature')
    expect(codes()).toContain('200 credentials_stale')
  })

  it('checks room rights the same way', async () => {
    const credentials = vi.fn<() => Promise<object>>(async () => OLD)
    const resolve = createSignerResolver({ credentials } as never)
    await resolve(undefined, undefined)
    credentials.mockResolvedValue(NEW)
    const key = createUserSigner(NEW).genPrivateMapKey('alice', { roomId: 7 })
    expect((await (await resolve(undefined, undefined)).verifyPrivateMapKey(key)).room).toMatchObject({ roomId: 7 })
  })
})

describe('a provider of credentials', () => {
  it('is asked once for any number of requests, and not before the first one', async () => {
    const credentials = vi.fn(async () => OLD)
    const { issue } = start({ credentials })
    expect(credentials).not.toHaveBeenCalled()
    const answers = await Promise.all([issue(), issue('bob'), issue()])
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200])
    await pass(299)
    await issue()
    expect(credentials).toHaveBeenCalledTimes(1)
    await pass(2)
    await Promise.all([issue(), issue()])
    expect(credentials).toHaveBeenCalledTimes(2)
  })

  it('that is down at the start answers 503, is left alone for a second, and then asked again', async () => {
    const down = new Error('the store is down')
    const credentials = vi.fn(async () => OLD).mockRejectedValueOnce(down)
    const { issue, visit, onError } = start({ credentials })
    const { status, headers, body } = await issue()
    expect([status, headers['retry-after'], JSON.parse(body).code]).toEqual([503, '5', 'unavailable'])
    expect(body).not.toContain('store')
    expect(onError.mock.calls[0]?.[0].error.cause).toBe(down)
    expect((await issue()).status).toBe(503)
    expect(credentials).toHaveBeenCalledTimes(1)
    await pass(1.1)
    const answer = await issue()
    expect([answer.status, await visit(answer.json.userSig)]).toEqual([200, 200])
  })

  it('that throws at once is no different', async () => {
    const { issue } = start({
      credentials: () => {
        throw new Error('no connection')
      },
    })
    expect((await issue()).json.code).toBe('unavailable')
  })

  it('that goes down lets the last good key serve for its time, and no longer', async () => {
    const credentials = vi.fn(async () => OLD)
    const { issue, codes } = start({ credentials, refreshAfter: 60, maxAge: 600 })
    await issue()
    const down = new Error('the store is down')
    credentials.mockRejectedValue(down)
    for (let minute = 1; minute < 10; minute++) {
      await pass(60)
      expect((await issue()).status).toBe(200)
      await pass(0)
    }
    expect(credentials).toHaveBeenCalledTimes(10)
    expect(new Set(codes())).toEqual(new Set(['200 credentials_stale']))
    await pass(60)
    expect((await issue()).json.code).toBe('unavailable')
    credentials.mockResolvedValue(NEW)
    await pass(2)
    expect((await issue()).status).toBe(200)
  })

  it('that goes down prints so where nobody else is told', async () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => {})
    const credentials = vi.fn(async () => OLD).mockResolvedValueOnce(OLD)
    const { issue } = start({ credentials, onError: undefined, refreshAfter: 300 })
    await issue()
    credentials.mockRejectedValueOnce(new Error('gone'))
    await pass(301)
    await issue()
    await pass(0)
    expect(print).toHaveBeenCalledWith(
      'usersig: the key could not be asked for again, and the last one serves on: Error: gone',
    )
    print.mockRestore()
  })

  it('that hangs answers 503 after its time, and does not hold up others behind a key that is there', async () => {
    const credentials = vi.fn(async () => OLD)
    const { issue, codes, onError } = start({
      credentials,
      refreshAfter: 60,
      maxAge: 120,
      timeout: 3,
    })
    await issue()
    credentials.mockImplementation(() => new Promise(() => {}))
    await pass(61)
    expect((await issue()).status).toBe(200)
    await pass(4)
    expect(codes()).toEqual(['200 credentials_stale'])
    await pass(60)
    const answer = issue()
    await pass(3.1)
    expect((await answer).json.code).toBe('unavailable')
    expect(onError.mock.lastCall?.[0].error.cause.message).toBe('credentials has not answered within 3 s')
  })

  it.each<[string, unknown, string]>([
    ['nothing', undefined, 'undefined, but must return { sdkAppId, secretKey }'],
    ['milliseconds', { ...OLD, expire: 600_000 }, 'there is no option "expire"'],
    ['a text', 'the key itself', 'a value of type string'],
    ['no key', { sdkAppId }, 'credentials.secretKey is missing'],
    ['a wrong key', { sdkAppId, secretKey: '' }, 'secretKey is empty'],
  ])('that gives %s is a fault of the program: 500, and the app learns why', async (_, answer, message) => {
    const { issue, onError } = start({ credentials: async () => answer })
    expect((await issue()).status).toBe(500)
    expect(onError.mock.calls[0]?.[0].error.message).toContain(message)
    expect(onError.mock.calls[0]?.[0].error.message).not.toContain('the key itself')
  })

  it('is asked again by who waits for an answer that somebody else has asked for and left', async () => {
    const credentials = vi.fn(async () => OLD).mockImplementationOnce(() => new Promise(() => {}))
    const { issue } = start({ credentials })
    const answers = [issue(), issue(), issue()]
    await pass(1.1)
    expect((await Promise.all(answers.slice(1))).map(({ status }) => status)).toEqual([200, 200])
    expect(credentials).toHaveBeenCalledTimes(2)
    await pass(10)
    expect((await answers[0])?.status).toBe(200)
  })

  it('is waited for, a second at most, where the platform stops what goes on after an answer', async () => {
    const credentials = vi.fn<() => Promise<object>>(async () => OLD)
    const { issue, codes } = start({ credentials }, { mayGoOn: false })
    await issue()
    credentials.mockResolvedValue(NEW)
    await pass(301)
    expect(createUserSigner(NEW).verifyUserSig((await issue()).json.userSig).userId).toBe('alice')
    credentials.mockRejectedValue(new Error('down'))
    await pass(301)
    expect((await issue()).status).toBe(200)
    expect(codes()).toEqual(['200 credentials_stale'])
  })

  it('that hangs there is waited for once in ten seconds, and reported', async () => {
    const credentials = vi.fn<() => Promise<object>>(async () => OLD)
    const { issue, codes, onError } = start({ credentials }, { mayGoOn: false })
    await issue()
    credentials.mockImplementation(hang)
    await pass(301)
    const waiting = Array.from({ length: 200 }, () => issue())
    await pass(1)
    expect(new Set((await Promise.all(waiting)).map(({ status }) => status))).toEqual(new Set([200]))
    expect(codes()).toEqual(['200 credentials_stale'])
    expect(onError.mock.calls[0]?.[0].error.message).toBe('credentials has not answered within 1 s')
    // No time passes here: whoever waited would wait for ever.
    for (let i = 0; i < 100; i++) expect((await issue()).status).toBe(200)
    expect(credentials.mock.calls.length).toBeLessThanOrEqual(3)
    await pass(12)
    credentials.mockImplementation(async () => NEW)
    expect(createUserSigner(NEW).verifyUserSig((await issue()).json.userSig).userId).toBe('alice')
  })

  it('that hung is not held against it once it has answered a later question', async () => {
    const credentials = vi.fn(async () => OLD).mockImplementationOnce(hang)
    const { issue, codes } = start({ credentials, refreshAfter: 1, maxAge: 1.5, timeout: 3 })
    const answers = [issue(), issue()]
    await pass(1.1)
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200])
    // The first question ends now, and no key is at hand.
    await pass(2)
    expect((await issue()).status).toBe(200)
    expect(codes()).toEqual([])
  })

  it('that failed is not held against it while a later question is on its way', async () => {
    const credentials = vi.fn(async () => OLD).mockImplementationOnce(hang)
    credentials.mockImplementationOnce(() => new Promise((resolve) => setTimeout(() => resolve(OLD), 2500)))
    const { issue } = start({ credentials, timeout: 3 })
    const first = issue()
    await pass(1.5)
    const second = issue()
    await pass(1.6)
    const third = issue()
    await pass(0.5)
    expect((await Promise.all([first, second, third])).map(({ status }) => status)).toEqual([503, 200, 200])
    expect(credentials.mock.calls.length).toBeLessThanOrEqual(3)
  })

  it('that gives nonsense later on is reported, and the last good key serves on', async () => {
    const credentials = vi.fn<() => Promise<object>>(async () => OLD)
    const { issue, onError } = start({ credentials })
    await issue()
    credentials.mockResolvedValue({})
    await pass(301)
    expect((await issue()).status).toBe(200)
    await pass(0)
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ status: 200, code: 'credentials_stale' })
  })
})

describe('500 requests at once', () => {
  const begin = (issue: () => Promise<{ status: number }>, count = 500) => {
    const answers: { status: number; after: number }[] = []
    const from = performance.now()
    for (let i = 0; i < count; i++) {
      issue().then(({ status }) => answers.push({ status, after: (performance.now() - from) / 1000 }))
    }
    return answers
  }
  const slowest = (answers: { after: number }[]) => Math.max(...answers.map(({ after }) => after))

  it('are all answered within the limit when the provider hangs, and it is asked twice', async () => {
    const credentials = vi.fn(hang)
    const { issue } = start({ credentials })
    const answers = begin(issue)
    await pass(10.1)
    expect(answers).toHaveLength(500)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([503]))
    expect(slowest(answers)).toBeLessThanOrEqual(10.05)
    expect(credentials.mock.calls.length).toBeLessThanOrEqual(2)
  })

  it('are served by the first answer of a slow provider', async () => {
    const credentials = vi.fn(async () => {
      await new Promise((resolve) => setTimeout(resolve, 1500))
      return OLD
    })
    const { issue } = start({ credentials })
    const answers = begin(issue)
    await pass(1.6)
    expect(answers).toHaveLength(500)
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]))
    expect(slowest(answers)).toBeLessThanOrEqual(1.55)
    expect(credentials.mock.calls.length).toBeLessThanOrEqual(2)
  })

  it('ask a provider that fails every second time no more than once a second', async () => {
    let asked = 0
    const credentials = vi.fn(async () => {
      if (++asked % 2 === 1) throw new Error('down')
      return OLD
    })
    const { issue } = start({ credentials })
    const first = begin(issue)
    await pass(0.5)
    const second = begin(issue)
    await pass(1)
    const third = begin(issue)
    await pass(1)
    expect([first.length, second.length, third.length]).toEqual([500, 500, 500])
    expect(third.every(({ status }) => status === 200)).toBe(true)
    expect(asked).toBe(2)
  })
})

describe('credentials that are a function which answers at once', () => {
  it('are asked for each request, so that a key of the moment signs', async () => {
    const apps: Record<string, object> = { alice: OLD, bob: { sdkAppId: 2, secretKey: 'key two' } }
    const credentials = vi.fn(({ user }: Source) => apps[user ?? ''])
    const { issue } = start({ credentials })
    expect((await issue('bob')).json.sdkAppId).toBe(2)
    expect((await issue('alice')).json.sdkAppId).toBe(sdkAppId)
    apps['alice'] = NEW
    expect(createUserSigner(NEW).verifyUserSig((await issue('alice')).json.userSig).userId).toBe('alice')
    expect(credentials).toHaveBeenCalledTimes(3)
    expect(credentials).toHaveBeenLastCalledWith({ user: 'alice' }, undefined)
  })
})

describe('credentials that are a function of a promise', () => {
  it('are those of one application: another SDKAppID is refused and not signed with', async () => {
    const apps: Record<string, object> = { alice: OLD, bob: { sdkAppId: 2, secretKey: 'key two' } }
    const { issue, onError } = start({ credentials: async ({ user }: Source) => apps[user ?? ''] })
    expect((await issue('alice')).json.sdkAppId).toBe(sdkAppId)
    await pass(301)
    expect((await issue('bob')).json.sdkAppId).toBe(sdkAppId)
    await pass(0)
    expect(onError.mock.calls[0]?.[0].error.message).toContain('SDKAppID 2 after 1400000000: for several applications')
  })
})

describe('several applications on one server', () => {
  const apps: Record<string, { sdkAppId: number; secretKey: string }> = {
    alice: { sdkAppId: 1, secretKey: 'key one' },
    bob: { sdkAppId: 2, secretKey: 'key two' },
  }
  const tenant = ({ user }: Source) => (user === 'nobody' ? null : user)
  const credentials = ({ user }: Source) => apps[user ?? '']

  it('each get their own tickets, and accept no others', async () => {
    const { issue, visit } = start({ tenant, credentials })
    const one = (await issue('alice')).json
    const two = (await issue('bob')).json
    expect([one.sdkAppId, two.sdkAppId]).toEqual([1, 2])
    expect(await visit(one.userSig, 'alice')).toBe(200)
    expect(await visit(one.userSig, 'bob')).toBe('bad_signature')
    expect(await visit(two.userSig, 'bob')).toBe(200)
  })

  it('answer 404 for a tenant that nobody knows, by the tenant function or by the credentials', async () => {
    const { issue, visit } = start({ tenant: async (source: Source) => tenant(source), credentials })
    expect((await issue('nobody')).json).toMatchObject({ status: 404, code: 'not_found' })
    expect((await issue('carol')).json).toMatchObject({ status: 404, code: 'not_found' })
    expect(await visit(createUserSigner(OLD).genUserSig('carol'), 'carol')).toBe('not_found')
  })

  it('fail alone', async () => {
    const { issue } = start({
      tenant,
      credentials: (source: Source) =>
        source.user === 'bob' ? Promise.reject(new Error('down')) : credentials(source),
    })
    expect([(await issue('bob')).status, (await issue('alice')).status]).toEqual([503, 200])
  })

  it('lose an application that is taken away', async () => {
    const known: Record<string, object | undefined> = { ...apps }
    const { issue } = start({ tenant, credentials: ({ user }: Source) => known[user ?? ''] })
    await issue('bob')
    known['bob'] = undefined
    await pass(301)
    await issue('bob')
    await pass(0)
    expect((await issue('bob')).status).toBe(404)
  })

  it('are forgotten again, those first that nobody asks for', async () => {
    const ask = vi.fn((_: string) => OLD)
    const resolve = createSignerResolver<string>({ tenant: (name) => name, credentials: ask, maxTenants: 2 })
    for (const name of ['a', 'b', 'a', 'c', 'a', 'b']) await resolve(name, undefined)
    expect(ask.mock.calls.map(([name]) => name)).toEqual(['a', 'b', 'c', 'b'])
  })

  it('need a name', async () => {
    const { issue, onError } = start({ tenant: () => 7, credentials })
    expect((await issue()).status).toBe(500)
    expect(onError.mock.calls[0]?.[0].error.message).toContain('tenant returned a value of type number')
  })

  it('are asked for by name in time, or 503', async () => {
    const { issue } = start({ tenant: hang, credentials, timeout: 2 })
    const waiting = issue()
    await pass(2.1)
    expect((await waiting).status).toBe(503)
  })

  it('may have keys that are elsewhere', async () => {
    const signer = createUserSigner({ sdkAppId: 9, mac: async () => new Uint8Array(32) })
    const { issue } = start({ tenant, credentials: async () => signer })
    expect((await issue('alice')).json.sdkAppId).toBe(9)
  })
})

describe('requests for applications that nobody knows', () => {
  const storm = async (resolve: (name: string) => unknown, count: number) => {
    const codes = new Map<string, number>()
    for (let i = 0; i < count; i++) {
      try {
        await resolve(`invented-${i}.example`)
      } catch (error) {
        const { code } = error as { code: string }
        codes.set(code, (codes.get(code) ?? 0) + 1)
      }
    }
    return codes
  }

  it('are asked for at a limited rate, and take nothing from those that are known', async () => {
    let isDown = false
    const credentials = vi.fn(async (name: string) => {
      if (isDown) throw new Error('down')
      return name === 'known.example' ? OLD : null
    })
    const resolver = createSignerResolver<string>({ tenant: (name) => name, credentials, onError: () => {} })
    const resolve = (name: string) => resolver(name, undefined)
    expect((await resolve('known.example')).sdkAppId).toBe(sdkAppId)
    const codes = await storm(resolve, 3000)
    expect(credentials.mock.calls.length).toBeLessThanOrEqual(102)
    expect(codes.get('not_found')).toBeLessThanOrEqual(101)
    expect(codes.get('unavailable')).toBeGreaterThan(2800)
    isDown = true
    await pass(301)
    expect((await resolve('known.example')).sdkAppId).toBe(sdkAppId)
    await pass(0)
  })

  it('are remembered for half a minute', async () => {
    const known: Record<string, object> = {}
    const credentials = vi.fn(async (name: string) => known[name] as typeof OLD)
    const resolver = createSignerResolver<string>({ tenant: (name) => name, credentials })
    const resolve = async (name: string) => resolver(name, undefined)
    for (let i = 0; i < 20; i++) await expect(resolve('new.example')).rejects.toMatchObject({ code: 'not_found' })
    expect(credentials).toHaveBeenCalledTimes(1)
    known['new.example'] = OLD
    await pass(31)
    expect((await resolve('new.example')).sdkAppId).toBe(sdkAppId)
  })

  it('are not looked up by names that are too long, nor for what cannot be a ticket', async () => {
    const credentials = vi.fn(() => OLD)
    const resolver = createSignerResolver<string>({ tenant: (name) => name, credentials })
    await expect((async () => resolver('x'.repeat(257), undefined))()).rejects.toMatchObject({ code: 'not_found' })
    const { visit } = start({ tenant: ({ user }: Source) => user, credentials })
    for (const ticket of ['x', 'eyJhbGciOiJIUzI1NiJ9.e30.x', 'e'.repeat(5000)]) {
      expect(await visit(ticket)).toMatch(/malformed|too_large/)
    }
    expect(credentials).not.toHaveBeenCalled()
  })

  it('do not ask a store that is down for each of them', async () => {
    const credentials = vi.fn(() => Promise.reject(new Error('down')))
    const resolver = createSignerResolver<string>({ tenant: (name) => name, credentials })
    const codes = await storm((name) => resolver(name, undefined), 1000)
    expect(codes).toEqual(new Map([['unavailable', 1000]]))
    expect(credentials.mock.calls.length).toBeLessThanOrEqual(101)
  })
})

describe('createSignerResolver', () => {
  it('lets an endpoint and a guard share what it keeps', async () => {
    const credentials = vi.fn(async () => OLD)
    const { issue, visit } = start({ signer: createSignerResolver<Source>({ credentials }) })
    expect(await visit((await issue()).json.userSig)).toBe(200)
    expect(credentials).toHaveBeenCalledTimes(1)
  })

  it.each<[string, object, RegExp]>([
    ['nothing', {}, /credentials is missing/],
    ['values', { credentials: OLD }, /credentials is an object, but must be a function/],
    [
      'a tenant that is not a function',
      { credentials: () => OLD, tenant: 'a' },
      /tenant is "a", but must be a function/,
    ],
    ['milliseconds', { credentials: () => OLD, refreshAfter: 300_000 }, /refreshAfter is 300000.*not milliseconds/],
    ['no time', { credentials: () => OLD, timeout: 0 }, /timeout is 0, but must be a number of seconds/],
    ['a short life', { credentials: () => OLD, refreshAfter: 60, maxAge: 30 }, /maxAge is less/],
    ['no tenants', { credentials: () => OLD, maxTenants: 0 }, /maxTenants is 0/],
    ['another name', { credentials: () => OLD, refreshafter: 5 }, /did you mean "refreshAfter"\?/],
  ])('refuses %s', (_, options, message) => {
    expect(() => createSignerResolver(options as never)).toThrow(TypeError)
    expect(() => createSignerResolver(options as never)).toThrow(message)
  })
})
