import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { createUserSigEndpoint, createUserSigGuard, type EndpointOptions } from '../src/endpoint/index.ts'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { createRequest, type RequestParts, type Source } from './endpoint-request.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const signer = createUserSigner(credentials)
const never = () => new Promise<never>(() => {})

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

async function outlast<T>(seconds: number, answer: Promise<T>): Promise<T> {
  await vi.advanceTimersByTimeAsync(seconds * 1000)
  return await answer
}

const keyOf = (options: object) => ('signer' in options ? {} : { credentials })

function ask(options: object, parts: RequestParts = {}) {
  const onError = vi.fn()
  const all = { ...keyOf(options), authenticate: () => 'alice', onError, ...options } as EndpointOptions<Source>
  const answer = createUserSigEndpoint<Source>(all)(createRequest(parts))
  return { answer, onError }
}

function visit(options: object, userSig = signer.genUserSig('alice')) {
  const guard = createUserSigGuard<Source>({ ...keyOf(options), onError: () => {}, ...options })
  return guard(createRequest({ headers: { authorization: `Bearer ${userSig}` } }))
}

describe('a callback that hangs', () => {
  it.each<[string, object, RequestParts]>([
    ['authenticate', { authenticate: never }, {}],
    ['authorizeRoom', { authorizeRoom: never }, { body: '{"roomId":7}' }],
    ['notIssuedBefore', { notIssuedBefore: never }, {}],
    ['the signer', { signer: createUserSigner({ sdkAppId: 1, mac: never }) }, {}],
  ])('is given up: %s', async (name, options, parts) => {
    const { answer, onError } = ask(options, parts)
    const { status, headers, body } = await outlast(10, answer)
    expect([status, headers['retry-after'], JSON.parse(body).code]).toEqual([503, '5', 'unavailable'])
    expect(body).not.toContain(name)
    expect(onError.mock.calls[0]?.[0].error.cause.message).toBe(`${name} has not answered within 10 s`)
  })

  it.each<[string, object]>([
    ['getToken', { getToken: never }],
    ['notIssuedBefore', { notIssuedBefore: never }],
    ['isRevoked', { isRevoked: never }],
    ['the signer', { signer: createUserSigner({ sdkAppId: 1, mac: never }) }],
  ])('is given up by the guard: %s', async (name, options) => {
    const { response, error } = await outlast(2, visit({ ...options, callbackTimeout: 2 }))
    expect(response?.status).toBe(503)
    expect(error?.cause).toMatchObject({ message: `${name} has not answered within 2 s` })
  })

  it('may be given less time, but some', async () => {
    const { answer } = ask({ authenticate: never, callbackTimeout: 0.5 })
    expect((await outlast(0.5, answer)).status).toBe(503)
    for (const callbackTimeout of [0, -1, '10', Number.NaN, 1e6]) {
      expect(() => ask({ callbackTimeout })).toThrow(/callbackTimeout is .*, but must be a number of seconds above 0/)
    }
  })

  it('leaves no timer behind when it answers in time', async () => {
    await ask({ authenticate: async () => 'alice' }).answer
    await ask({ authenticate: () => Promise.reject(new Error('no')) }).answer
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a key that cannot be reached', () => {
  it('answers 503, and the app learns why', async () => {
    const down = new TypeError('fetch failed')
    const { answer, onError } = ask({ signer: createUserSigner({ sdkAppId: 1, mac: () => Promise.reject(down) }) })
    expect((await answer).status).toBe(503)
    expect(onError.mock.calls[0]?.[0].error.cause).toBe(down)
  })
})

describe('a clock that jumps back an hour', () => {
  it('issues tickets that are valid by it, and refuses those of the hour to come', async () => {
    const before = signer.genUserSig('alice')
    vi.setSystemTime(Date.now() - 3_600_000)
    const { userSig } = JSON.parse((await ask({}).answer).body)
    expect((await visit({}, userSig)).claims?.userId).toBe('alice')
    const { response } = await visit({}, before)
    expect([response?.status, JSON.parse(response?.body ?? '').code]).toEqual([401, 'not_yet_valid'])
  })
})

describe('a ticket that was withdrawn', () => {
  const kickedAt = new Date('2026-01-01T12:00:00.400Z')

  async function codeOf(options: object, userSig: string) {
    const { claims, response } = await visit(options, userSig)
    return claims ? 'passed' : `${response.status} ${JSON.parse(response.body).code}`
  }

  it('is refused, with a challenge that says so', async () => {
    const isRevoked = vi.fn(async ({ userId }: { userId: string }) => userId === 'mallory')
    const { response, error } = await visit({ isRevoked }, signer.genUserSig('mallory'))
    expect(response?.status).toBe(401)
    expect(response?.headers['www-authenticate']).toContain('error_description="revoked"')
    expect(error).toMatchObject({ code: 'revoked' })
    expect((await visit({ isRevoked })).claims?.userId).toBe('alice')
    expect(isRevoked).toHaveBeenLastCalledWith(
      expect.objectContaining({ sdkAppId: 1400000000 }),
      { user: 'alice' },
      undefined,
    )
  })

  it('is not asked about when it is not valid anyway', async () => {
    const isRevoked = vi.fn(() => false)
    await visit({ isRevoked }, 'nonsense')
    expect(isRevoked).not.toHaveBeenCalled()
  })

  it.each([undefined, null, 0, 1, 'false'])('is no question that %s answers', async (answer) => {
    const { response, error } = await visit({ isRevoked: () => answer })
    expect(response?.status).toBe(500)
    expect(error?.message).toContain('must return true or false')
  })

  it.each<[string, object]>([
    ['a moment', { notIssuedBefore: kickedAt }],
    ['Unix seconds', { notIssuedBefore: Math.floor(kickedAt.getTime() / 1000) }],
    ['a Date without milliseconds', { notIssuedBefore: new Date(Math.floor(kickedAt.getTime() / 1000) * 1000) }],
    ['a function', { notIssuedBefore: (userId: string) => (userId === 'alice' ? kickedAt : null) }],
    ['an async function', { notIssuedBefore: async () => kickedAt }],
  ])('is one from before %s; the next one counts, in the same second', async (_, options) => {
    vi.setSystemTime(kickedAt)
    const before = signer.genUserSig('alice')
    vi.setSystemTime(kickedAt.getTime() + 100)
    const { userSig, issuedAt } = JSON.parse((await ask(options).answer).body)
    expect(await codeOf(options, before)).toBe('401 revoked')
    expect(await codeOf(options, userSig)).toBe('passed')
    expect(issuedAt).toBe(Math.floor(kickedAt.getTime() / 1000) + 1)
    vi.setSystemTime(kickedAt.getTime() + 5000)
    expect(JSON.parse((await ask(options).answer).body).issuedAt).toBe(issuedAt + 4)
  })

  it('is none for another user', async () => {
    vi.setSystemTime(kickedAt)
    const notIssuedBefore = (userId: string) => (userId === 'mallory' ? kickedAt : undefined)
    expect(await codeOf({ notIssuedBefore }, signer.genUserSig('alice'))).toBe('passed')
  })

  it('cannot be replaced by one from a future that is further away than clocks differ', async () => {
    vi.setSystemTime(kickedAt)
    const { answer, onError } = ask({ notIssuedBefore: new Date(kickedAt.getTime() + 60_000) })
    expect((await answer).status).toBe(500)
    expect(onError.mock.calls[0]?.[0].error.message).toContain('compare the clocks')
  })

  it.each([Number.NaN, 'yesterday', 1e13])('is not told by %s', async (notIssuedBefore) => {
    expect(() => createUserSigGuard({ credentials, notIssuedBefore } as never)).toThrow(TypeError)
    expect(() => createUserSigGuard({ credentials, notIssuedBefore } as never)).toThrow(/notIssuedBefore/)
    expect((await visit({ notIssuedBefore: () => notIssuedBefore })).response?.status).toBe(500)
  })
})
