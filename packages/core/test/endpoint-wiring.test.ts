import { describe, expect, it, vi } from 'vitest'
import { createUserSigEndpoint, createUserSigGuard, type EndpointOptions } from '../src/endpoint/index.ts'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { createRequest, type Source } from './endpoint-request.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const authenticate = () => 'alice'

describe('a callback with a typing error in its name', () => {
  it.each(['authoriseRoom', 'onIssue', 'onerror', 'getUser'])('is refused: %s', (name) => {
    const options = { credentials, authenticate, [name]: () => null }
    expect(() => createUserSigEndpoint(options as never)).toThrow(TypeError)
    expect(() => createUserSigEndpoint(options as never)).toThrow(`there is no callback "${name}": there are`)
    expect(() => createUserSigGuard(options as never)).toThrow(`there is no callback "${name}": there are`)
  })

  it('is none where the endpoint and the guard share their options, or an adapter has its own', () => {
    const options = {
      credentials: () => credentials,
      authenticate,
      authorizeRoom: () => null,
      getToken: () => null,
      onError: () => {},
      path: '/usersig',
      passErrors: true,
    }
    expect(createUserSigEndpoint(options)).toBeTypeOf('function')
    expect(createUserSigGuard(options)).toBeTypeOf('function')
  })
})

describe('a signer that is chosen for each request', () => {
  it.each<[string, unknown]>([
    ['undefined', undefined],
    ['null', null],
    ['a value of type object', credentials],
  ])('answers 500, and tells the app, when it is %s', async (what, chosen) => {
    const onError = vi.fn()
    const options = { signer: async () => chosen, authenticate, onError } as never as EndpointOptions<Source>
    const { status, body } = await createUserSigEndpoint<Source>(options)(createRequest())
    const guarded = await createUserSigGuard<Source>(options)(createRequest({ headers: { authorization: 'Bearer e' } }))
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
    const guard = createUserSigGuard<Source>({ credentials: { ...credentials, now: () => Number.NaN }, onError })
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
