import { describe, expect, test, vi } from 'vitest'
import { getUserSig, requireUserSig } from '../src/index.ts'
import { context, credentials, signer } from './support/fixture.ts'

const get = (headers: Record<string, string> = {}) => new Request('https://api.example.com/me', { headers })
const withTicket = (userSig = signer.genUserSig('alice')) => get({ authorization: `Bearer ${userSig}` })

describe('requireUserSig', () => {
  test('passes on the very arguments, and gives back the very response', async () => {
    const response = new Response('hello')
    const handler = vi.fn((_request: Request, _env: { name: string }) => response)
    const guard = requireUserSig<{ name: string }>(handler, { credentials })
    const call = [withTicket(), { name: 'env' }, context()] as const
    expect(await guard(...call)).toBe(response)
    expect(handler).toHaveBeenCalledExactlyOnceWith(...call)
  })

  test('does not call the handler without a valid ticket', async () => {
    const handler = vi.fn(() => new Response())
    const onError = vi.fn()
    const guard = requireUserSig<unknown>(handler, { credentials, onError })
    const call = [withTicket('x'), { name: 'env' }, context()] as const
    expect((await guard(...call)).status).toBe(401)
    expect(onError.mock.lastCall).toEqual([expect.objectContaining({ code: 'malformed' }), ...call])
    expect(handler).not.toHaveBeenCalled()
  })

  test('takes the ticket from where getToken finds it', async () => {
    const guard = requireUserSig<unknown>((request) => Response.json(getUserSig(request)), {
      credentials: () => credentials,
      getToken: (request) => new URL(request.url).searchParams.get('ticket'),
    })
    const url = `https://api.example.com/me?ticket=${encodeURIComponent(signer.genUserSig('bob'))}`
    expect(await (await guard(new Request(url))).json()).toMatchObject({ userId: 'bob' })
  })

  test('follows clockTolerance', async () => {
    const now = Math.floor(Date.now() / 1000) + 3
    const early = signer.genUserSig('alice', { now: now + 60 })
    const strict = requireUserSig(() => new Response(), { credentials, onError: () => {} })
    const lenient = requireUserSig(() => new Response(), { credentials, clockTolerance: 120 })
    expect([(await strict(withTicket(early))).status, (await lenient(withTicket(early))).status]).toEqual([401, 200])
  })

  test('leaves what the handler throws to the platform', async () => {
    const guard = requireUserSig(
      () => {
        throw new Error('the app failed')
      },
      { credentials },
    )
    await expect(guard(withTicket())).rejects.toThrow('the app failed')
  })

  test.each([
    ['no handler', [undefined, { credentials }], /handler to guard is missing/],
    ['no options', [() => new Response()], /takes an options object/],
    ['no key', [() => new Response(), {}], /credentials: \(env\)/],
    [
      'an unknown name',
      [() => new Response(), { credentials, authenticate: () => 'alice' }],
      /no option "authenticate"/,
    ],
    [
      'a getToken that is none',
      [() => new Response(), { credentials, getToken: 'cookie' }],
      /getToken is of type string/,
    ],
  ])('refuses %s when it is created', (_name, args, message) => {
    const create = requireUserSig as (...args: unknown[]) => unknown
    expect(() => create(...args)).toThrow(TypeError)
    expect(() => create(...args)).toThrow(message)
  })
})

describe('getUserSig', () => {
  test('gives the claims', async () => {
    const guard = requireUserSig((request) => Response.json(getUserSig(request)), { credentials })
    const claims = await (await guard(withTicket(signer.genUserSig('alice', { expire: 60 })))).json()
    expect(claims).toMatchObject({ sdkAppId: credentials.sdkAppId, userId: 'alice', expire: 60 })
  })

  test('says what is missing where no guard was', () => {
    expect(() => getUserSig(withTicket())).toThrow(TypeError)
    expect(() => getUserSig(withTicket())).toThrow(/requireUserSig\(\(request\) =>/)
  })

  test('knows nothing of a copy', async () => {
    const guard = requireUserSig((request) => Response.json(getUserSig(request.clone())), { credentials })
    await expect(guard(withTicket())).rejects.toThrow(/copy/)
  })
})
