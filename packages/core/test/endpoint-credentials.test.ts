import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  createSignerResolver,
  createUserSigEndpoint,
  createUserSigGuard,
  type EndpointOptions,
  type SignerSource,
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

function start(source: object) {
  const onError = vi.fn()
  const options = { authenticate: ({ user }: Source) => user, onError, ...source } as unknown as EndpointOptions<Source>
  const endpoint = createUserSigEndpoint<Source>(options)
  const guard = createUserSigGuard<Source>(options as never)
  return {
    onError,
    codes: () => onError.mock.calls.map(([{ status, code }]) => `${status} ${code}`),
    async issue(user = 'alice') {
      const answer = await endpoint(createRequest({ user }))
      return { ...answer, json: JSON.parse(answer.body) }
    },
    async visit(userSig: string, user = 'alice') {
      const headers = { authorization: `Bearer ${userSig}` }
      const { claims, response } = await guard(createRequest({ user, headers }))
      return claims ? 200 : JSON.parse(response.body).code
    },
  }
}

describe('a rotation of the key while the server runs', () => {
  it('fails no request, signs with the new key, and ends the tickets of the old one with it', async () => {
    let credentials: object = OLD
    const { issue, visit, codes } = start({
      credentials: async () => credentials,
      credentialsCache: { refreshAfter: 60 },
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
    const resolve = createSignerResolver<undefined>({ credentials } as never)
    await resolve(undefined)
    credentials.mockResolvedValue(NEW)
    const key = createUserSigner(NEW).genPrivateMapKey('alice', { roomId: 7 })
    expect((await (await resolve(undefined)).verifyPrivateMapKey(key)).room).toMatchObject({ roomId: 7 })
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
    const { issue, codes } = start({ credentials, credentialsCache: { refreshAfter: 60, maxAge: 600 } })
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
    const { issue } = start({ credentials, onError: undefined })
    await issue()
    credentials.mockRejectedValueOnce(new Error('gone'))
    await pass(301)
    await issue()
    await pass(0)
    expect(print).toHaveBeenCalledWith(
      'usersig: the credentials function failed, and its last answer serves on:',
      expect.objectContaining({ message: 'gone' }),
    )
    print.mockRestore()
  })

  it('that hangs answers 503 after its time, and does not hold up others behind a key that is there', async () => {
    const credentials = vi.fn(async () => OLD)
    const { issue, codes, onError } = start({
      credentials,
      credentialsCache: { refreshAfter: 60, maxAge: 120, timeout: 3 },
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
    ['a text', 'the key itself', 'a value of type string'],
    ['no key', { sdkAppId }, 'an object without secretKey'],
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
    expect((await answers[0])?.status).toBe(503)
  })

  it('is waited for where nothing goes on behind an answer', async () => {
    const credentials = vi.fn<() => Promise<object>>(async () => OLD)
    const { issue, codes } = start({ credentials, mayGoOn: () => false })
    await issue()
    credentials.mockResolvedValue(NEW)
    await pass(301)
    expect(createUserSigner(NEW).verifyUserSig((await issue()).json.userSig).userId).toBe('alice')
    credentials.mockRejectedValue(new Error('down'))
    await pass(301)
    expect((await issue()).status).toBe(200)
    expect(codes()).toEqual(['200 credentials_stale'])
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
    expect(await visit('ticket', 'carol')).toBe('not_found')
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
    const resolve = createSignerResolver<string>({
      tenant: (source) => source,
      credentials: ask,
      credentialsCache: { maxTenants: 2 },
    })
    for (const source of ['a', 'b', 'a', 'c', 'a', 'b']) await resolve(source)
    expect(ask.mock.calls.map(([source]) => source)).toEqual(['a', 'b', 'c', 'b'])
  })

  it('need a name', async () => {
    const { issue, onError } = start({ tenant: () => 7, credentials })
    expect((await issue()).status).toBe(500)
    expect(onError.mock.calls[0]?.[0].error.message).toContain('tenant returned a value of type number')
  })
})

describe('createSignerResolver', () => {
  it('lets an endpoint and a guard share what it keeps', async () => {
    const credentials = vi.fn(async () => OLD)
    const { issue, visit } = start({ signer: createSignerResolver<Source>({ credentials }) })
    expect(await visit((await issue()).json.userSig)).toBe(200)
    expect(credentials).toHaveBeenCalledTimes(1)
  })

  it('takes values, too', async () => {
    expect((await createSignerResolver({ credentials: OLD })(undefined)).sdkAppId).toBe(sdkAppId)
    expect((await createSignerResolver({ signer: createUserSigner(OLD) })(undefined)).sdkAppId).toBe(sdkAppId)
  })

  it.each<[string, object, RegExp]>([
    ['a cache for values', { credentials: OLD, credentialsCache: {} }, /credentialsCache is for credentials that are/],
    ['a tenant for a signer', { signer: createUserSigner(OLD), tenant: () => 'a' }, /tenant is for credentials/],
    ['a tenant that is no function', { credentials: () => OLD, tenant: 'a' }, /tenant is a value of type string/],
    ['milliseconds', { credentials: () => OLD, credentialsCache: { refreshAfter: 300_000 } }, /refreshAfter must be/],
    ['no time', { credentials: () => OLD, credentialsCache: { timeout: 0 } }, /timeout must be a number of seconds/],
    ['a short life', { credentials: () => OLD, credentialsCache: { refreshAfter: 60, maxAge: 30 } }, /maxAge is less/],
    ['no tenants', { credentials: () => OLD, credentialsCache: { maxTenants: 0 } }, /maxTenants must be/],
    ['another name', { credentials: () => OLD, credentialsCache: { ttl: 5 } }, /has no option "ttl": there are/],
    ['a cache that is none', { credentials: () => OLD, credentialsCache: 5 }, /credentialsCache must be an object/],
  ])('refuses %s', (_, options, message) => {
    expect(() => createSignerResolver(options as SignerSource<Source>)).toThrow(TypeError)
    expect(() => createSignerResolver(options as SignerSource<Source>)).toThrow(message)
  })
})
