import { describe, expect, test, vi } from 'vitest'
import { getUserSig, requireUserSig } from '../src/index.ts'
import { context, credentials, signer } from './support/fixture.ts'

const get = (headers: Record<string, string> = {}) => new Request('https://api.example.com/me', { headers })
const withTicket = (userSig = signer.genUserSig('alice')) => get({ authorization: `Bearer ${userSig}` })

describe('requireUserSig', () => {
  test('passes on the very arguments, and returns the very response', async () => {
    const response = new Response('hello')
    const handler = vi.fn((_request: Request, _env: { name: string }) => response)
    const guard = requireUserSig({ credentials })(handler)
    const call = [withTicket(), { name: 'env' }, context()] as const
    expect(await guard(...call)).toBe(response)
    expect(handler).toHaveBeenCalledExactlyOnceWith(...call)
  })

  test('does not call the handler without a valid ticket', async () => {
    const handler = vi.fn(() => new Response())
    const onError = vi.fn()
    const guard = requireUserSig({ credentials, onError })(handler)
    const [request, env, ctx] = [withTicket('x'), { name: 'env' }, context()]
    expect((await guard(request, env, ctx)).status).toBe(401)
    expect(onError.mock.lastCall).toEqual([expect.objectContaining({ code: 'malformed' }), request, { env, ctx }])
    expect(handler).not.toHaveBeenCalled()
  })

  test('takes the ticket from where getToken finds it', async () => {
    const guard = requireUserSig({
      credentials: () => credentials,
      getToken: (request) => new URL(request.url).searchParams.get('ticket'),
    })((request) => Response.json(getUserSig(request)))
    const url = `https://api.example.com/me?ticket=${encodeURIComponent(signer.genUserSig('bob'))}`
    expect(await (await guard(new Request(url))).json()).toMatchObject({ userId: 'bob' })
  })

  test('follows clockTolerance', async () => {
    const now = Math.floor(Date.now() / 1000) + 3
    const early = signer.genUserSig('alice', { now: now + 60 })
    const strict = requireUserSig({ credentials, onError: () => {} })(() => new Response())
    const lenient = requireUserSig({ credentials, clockTolerance: 120 })(() => new Response())
    expect([(await strict(withTicket(early))).status, (await lenient(withTicket(early))).status]).toEqual([401, 200])
  })

  test('leaves what the handler throws to the platform', async () => {
    const guard = requireUserSig({ credentials })(() => {
      throw new Error('the app failed')
    })
    await expect(guard(withTicket())).rejects.toThrow('the app failed')
  })

  test('says what is missing where no handler follows the options', () => {
    const guard = requireUserSig({ credentials }) as (handler?: unknown) => unknown
    expect(() => guard()).toThrow(TypeError)
    expect(() => guard()).toThrow(/handler to guard is missing.*\n\n {2}requireUserSig\(options\)\(\(request\) =>/)
  })

  test.each([
    ['a handler in the place of the options', () => new Response(), /options come first/],
    ['an unknown name', { credentials, authenticate: () => 'alice' }, /no option "authenticate"/],
    ['a misspelled name', { credentials, clockTolerence: 5 }, /did you mean "clockTolerance"/],
    [
      'a getToken that is not a function',
      { credentials, getToken: 'cookie' },
      /getToken is "cookie", but must be a fun/,
    ],
    ['both kinds of key', { credentials, signer }, /choose one/],
  ])('refuses %s when it is created', (_name, options, message) => {
    const create = requireUserSig as (options: unknown) => unknown
    expect(() => create(options)).toThrow(TypeError)
    expect(() => create(options)).toThrow(message)
  })
})

describe('getUserSig', () => {
  test('returns the claims', async () => {
    const guard = requireUserSig({ credentials })((request) => Response.json(getUserSig(request)))
    const claims = await (await guard(withTicket(signer.genUserSig('alice', { expire: 60 })))).json()
    expect(claims).toMatchObject({ sdkAppId: credentials.sdkAppId, userId: 'alice', expire: 60 })
  })

  test('says what is missing where no guard was', () => {
    expect(() => getUserSig(withTicket())).toThrow(TypeError)
    expect(() => getUserSig(withTicket())).toThrow(/requireUserSig\(options\)\(\(request\) =>/)
  })

  test('knows nothing of a copy', async () => {
    const guard = requireUserSig({ credentials })((request) => Response.json(getUserSig(request.clone())))
    await expect(guard(withTicket())).rejects.toThrow(/copy/)
  })
})
