import { describe, expect, it, vi } from 'vitest'
import {
  createSignerResolver,
  createUserSigEndpoint,
  createUserSigGuard,
  createWebhookGuard,
} from '../src/endpoint/index.ts'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { createRequest, type Source } from './endpoint-request.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const authenticate = () => 'alice'

describe('an option with a typing error in its name', () => {
  it.each([
    ['authoriseRoom', 'authorizeRoom'],
    ['onIssue', 'onIssued'],
    ['onerror', 'onError'],
    ['getUser', 'authenticate'],
  ])('is refused by the endpoint: %s', (name, right) => {
    const options = { credentials, authenticate, [name]: () => null }
    expect(() => createUserSigEndpoint(options as never)).toThrow(TypeError)
    expect(() => createUserSigEndpoint(options as never)).toThrow(
      `there is no option "${name}": did you mean "${right}"?`,
    )
  })

  it.each([
    ['isrevoked', 'isRevoked'],
    ['getTokens', 'getToken'],
    ['tolerance', 'clockTolerance'],
  ])('is refused by the guard: %s', (name, right) => {
    const options = { credentials, [name]: () => null }
    expect(() => createUserSigGuard(options as never)).toThrow(`there is no option "${name}": did you mean "${right}"?`)
  })

  it('is refused by the guard of webhooks and by the resolver', () => {
    expect(() => createWebhookGuard({ trtckey: 'a' } as never)).toThrow('did you mean "trtcKey"?')
    expect(() => createSignerResolver({ credentials: () => credentials, ttl: 5 } as never)).toThrow(
      'createSignerResolver: there is no option "ttl"',
    )
    expect(() => createUserSigEndpoint({ authenticate, credentials: { ...credentials, expire: 5 } } as never)).toThrow(
      'credentials: there is no option "expire"',
    )
  })
})

describe('a signer that is chosen for each request', () => {
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a value of type object', credentials],
  ])('answers 500, and tells the app, when it is %s', async (what, chosen) => {
    const onError = vi.fn()
    const signer = (async () => chosen) as never
    const { status, body } = await createUserSigEndpoint<Source>({ signer, authenticate, onError })(createRequest())
    const ticket = createUserSigner(credentials).genUserSig('alice')
    const headers = { authorization: `Bearer ${ticket}` }
    const guarded = await createUserSigGuard<Source>({ signer, onError })(createRequest({ headers }))
    expect([status, guarded.response?.status]).toEqual([500, 500])
    expect(body).not.toContain('signer')
    for (const [{ error }] of onError.mock.calls)
      expect(error.message).toContain(`the function signer returned ${what}`)
    expect(onError).toHaveBeenCalledTimes(2)
  })
})

describe('a guard', () => {
  const onError = () => {}
  const ticket = { authorization: `Bearer ${createUserSigner(credentials).genUserSig('alice')}` }

  it('does not blame the ticket for a clock of its own that is wrong', async () => {
    const guard = createUserSigGuard<Source>({
      signer: createUserSigner({ ...credentials, now: () => Number.NaN }),
      onError,
    })
    expect((await guard(createRequest({ headers: ticket }))).response?.status).toBe(500)
  })

  it.each<[string, unknown]>([
    ['a number', 42],
    ['a list, as parsers of queries make of two', ['a', 'b']],
    ['an object', {}],
    ['true', true],
  ])('refuses %s in place of a ticket', async (_, token) => {
    const guard = createUserSigGuard<Source>({ credentials, getToken: () => token as string, onError })
    const { response } = await guard(createRequest())
    expect([response?.status, JSON.parse(response?.body ?? '').code]).toEqual([401, 'malformed'])
  })

  it('asks for a ticket in the place where it looks for one', async () => {
    const detail = async (options: object) => {
      const { response } = await createUserSigGuard<Source>({ credentials, onError, ...options })(createRequest())
      return JSON.parse(response?.body ?? '').detail
    }
    expect(await detail({})).toContain('Authorization: Bearer')
    expect(await detail({ getToken: () => '' })).not.toContain('Bearer')
  })
})
