import { createUserSigner, UserSigError } from '@usersig/core'
import { describe, expect, test, vi } from 'vitest'
import { type EdgeContext, type ErrorEvent, issueUserSig } from '../src/index.ts'
import { authenticate, context, credentials, deferred, json, post, signer } from './support/fixture.ts'

interface Env {
  readonly KEY: string
}

const env: Env = { KEY: credentials.secretKey }

describe('wrong wiring', () => {
  const create = issueUserSig as (options: unknown) => unknown

  test('shows the line to add where authenticate is missing', () => {
    expect(() => create({ credentials })).toThrow(TypeError)
    expect(() => create({ credentials })).toThrow(/authenticate: \(request\) =>/)
  })

  test.each([
    ['no options', null, /needs an object with options/],
    ['an unknown name', { credentials, authenticate, expires: 60 }, /no option "expires": did you mean "expire"/],
    ['both kinds of key', { credentials, signer, authenticate }, /choose one/],
    ['a hook that is not a function', { credentials, authenticate, onIssued: true }, /onIssued is true/],
    ['an onError that is not a function', { credentials, authenticate, onError: 'log' }, /onError is "log"/],
    [
      'a path without a slash',
      { credentials, authenticate, path: 'usersig' },
      /path is "usersig".*begins with a slash/,
    ],
    ['a path with a parameter', { credentials, authenticate, path: '/:tenant/usersig' }, /one literal path/],
    ['a path that is not a text', { credentials, authenticate, path: 7 }, /path is 7/],
  ])('refuses %s', (_name, options, message) => {
    expect(() => create(options)).toThrow(TypeError)
    expect(() => create(options)).toThrow(message)
  })

  test('judges credentials given as values at once', () => {
    expect(() => create({ credentials: { sdkAppId: 0, secretKey: 'key' }, authenticate })).toThrow(UserSigError)
    expect(() => create({ credentials, authenticate, expire: 0 })).toThrow(/expire/)
  })
})

describe('credentials as a function', () => {
  test('get the request, env and ctx', async () => {
    const fromEnv = vi.fn((_request: Request, { env }: EdgeContext<Env>) => ({
      sdkAppId: credentials.sdkAppId,
      secretKey: env.KEY,
    }))
    const handler = issueUserSig<Env>({ credentials: fromEnv, authenticate })
    expect(fromEnv).not.toHaveBeenCalled()
    const [request, ctx] = [post(), context()]
    const { userSig } = await (await handler(request, env, ctx)).json()
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
    expect(fromEnv).toHaveBeenCalledExactlyOnceWith(request, { env, ctx })
  })

  test('are asked for once by requests that come at the same time, whoever leaves', async () => {
    const { promise, resolve } = deferred<typeof credentials>()
    const fromEnv = vi.fn(() => promise)
    const handler = issueUserSig<Env>({ credentials: fromEnv, authenticate })
    const ctx = context()
    const answers = [handler(post(), env, ctx), handler(post(), env), handler(post(), env)]
    await vi.waitFor(() => expect(ctx.promises).toHaveLength(1))
    resolve(credentials)
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200])
    expect(fromEnv).toHaveBeenCalledTimes(1)
  })

  test('that lack the key are a 500 whose reason the app gets to know', async () => {
    const onError = vi.fn()
    const handler = issueUserSig<Partial<Env>>({
      credentials: (_request, { env }) => ({ sdkAppId: credentials.sdkAppId, secretKey: env.KEY as string }),
      authenticate,
      onError,
    })
    expect((await handler(post(), {})).status).toBe(500)
    expect(onError.mock.lastCall?.[0].error.message).toMatch(/secretKey is missing.*set USERSIG_SECRETKEY/)
  })
})

describe('signer', () => {
  test('may hold a key that nobody can read, such as a CryptoKey', async () => {
    const bytes = new TextEncoder().encode(credentials.secretKey)
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
    const mac = async (content: Uint8Array) =>
      new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array(content)))
    const handler = issueUserSig({
      signer: createUserSigner({ sdkAppId: credentials.sdkAppId, mac }),
      authenticate,
    })
    const { userSig } = await (await handler(post())).json()
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('may be chosen for each request', async () => {
    const choose = vi.fn((..._call: unknown[]) => signer)
    const handler = issueUserSig<Env>({ signer: choose, authenticate })
    const [request, ctx] = [post(), context()]
    await handler(request, env, ctx)
    await handler(post(), env)
    expect(choose.mock.calls[0]?.slice(0, 2)).toEqual([request, { env, ctx }])
    expect(choose).toHaveBeenCalledTimes(2)
  })
})

describe('callbacks', () => {
  test('get the request, and env and ctx', async () => {
    const callbacks = {
      authenticate: vi.fn(() => 'alice'),
      authorizeRoom: vi.fn(() => 'audience' as const),
      limit: vi.fn(() => undefined),
      onIssued: vi.fn(),
    }
    const handler = issueUserSig<Env>({ credentials, expire: 60, ...callbacks })
    const [request, ctx] = [post(json({ roomId: 10000 })), context()]
    const issued = await (await handler(request, env, ctx)).json()
    const call = [request, { env, ctx }]
    expect(issued).toMatchObject({ userId: 'alice', expire: 60, roomId: 10000 })
    expect(callbacks.authenticate).toHaveBeenCalledExactlyOnceWith(...call)
    expect(callbacks.limit).toHaveBeenCalledExactlyOnceWith({ userId: 'alice' }, ...call)
    expect(callbacks.authorizeRoom).toHaveBeenCalledExactlyOnceWith({ userId: 'alice', roomId: 10000 }, ...call)
    const { userSig, privateMapKey, expire, ...event } = issued
    expect(callbacks.onIssued).toHaveBeenCalledExactlyOnceWith(event, ...call)
  })

  test('onError gets what was refused', async () => {
    const onError = vi.fn((_event: ErrorEvent, ..._call: unknown[]) => {})
    const handler = issueUserSig<Env>({ credentials, authenticate, onError })
    const [request, ctx] = [post(json({ roomId: 1 })), context()]
    await handler(request, env, ctx)
    expect(onError).toHaveBeenCalledOnce()
    const [event, ...rest] = onError.mock.lastCall ?? []
    expect(event).toMatchObject({ status: 403, code: 'room_refused', userId: 'alice' })
    expect(rest).toEqual([request, { env, ctx }])
  })

  test('hooks that take their time do not hold up the answer, and the platform waits for them', async () => {
    const { promise, resolve } = deferred<void>()
    const handler = issueUserSig<Env>({ credentials, authenticate, onIssued: () => promise })
    const ctx = context()
    expect((await handler(post(), env, ctx)).status).toBe(200)
    expect(ctx.promises).toHaveLength(1)
    resolve()
    await Promise.all(ctx.promises)
  })

  test('a third argument without waitUntil does no harm', async () => {
    const handler = issueUserSig({ credentials, authenticate, onIssued: async () => {} })
    expect((await handler(post(), undefined, {} as never)).status).toBe(200)
  })
})

describe('path', () => {
  const handler = issueUserSig({ credentials, authenticate, path: '/api/usersig' })

  test.each([
    ['/api/usersig', 200],
    ['/api/usersig/', 200],
    ['/api/usersig?x=1', 200],
    ['/api/usersig//', 404],
    ['/api/usersig/x', 404],
    ['/API/usersig', 404],
    ['/', 404],
  ])('%s answers %i', async (path, status) => {
    expect((await handler(post({ url: `https://api.example.com${path}` }))).status).toBe(status)
  })

  test('other paths answer a problem document', async () => {
    const response = await handler(post({ url: 'https://api.example.com/other' }))
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ status: 404, code: 'not_found' })
  })

  test('without one, every path is served', async () => {
    const everywhere = issueUserSig({ credentials, authenticate })
    expect((await everywhere(post({ url: 'https://api.example.com/anything' }))).status).toBe(200)
  })

  test('may be the root', async () => {
    const root = issueUserSig({ credentials, authenticate, path: '/' })
    expect((await root(post({ url: 'https://api.example.com' }))).status).toBe(200)
    expect((await root(post({ url: 'https://api.example.com/x' }))).status).toBe(404)
  })
})

describe('body', () => {
  const handler = issueUserSig({ credentials, authenticate, onError: () => {} })

  function streamed(
    pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>,
    cancel = vi.fn(),
  ) {
    const body = new ReadableStream<Uint8Array>({ pull, cancel }, { highWaterMark: 0 })
    return post({ body, duplex: 'half', headers: { 'content-type': 'application/json' } } as RequestInit)
  }

  test('is read no further than 16 KiB, and then cancelled', async () => {
    const pull = vi.fn((controller: ReadableStreamDefaultController<Uint8Array>) =>
      controller.enqueue(new Uint8Array(1024).fill(0x20)),
    )
    const cancel = vi.fn()
    const response = await handler(streamed(pull, cancel))
    expect([response.status, (await response.json()).code]).toEqual([413, 'body_too_large'])
    expect(pull).toHaveBeenCalledTimes(17)
    expect(cancel).toHaveBeenCalledOnce()
  })

  test('may come in pieces', async () => {
    const pieces = [...JSON.stringify({ roomId: 10000 })].map((piece) => new TextEncoder().encode(piece))
    const response = await handler(
      streamed((controller) => {
        const piece = pieces.shift()
        if (piece) controller.enqueue(piece)
        else controller.close()
      }),
    )
    expect((await response.json()).code).toBe('room_refused')
  })

  test('that does not come within ten seconds is not waited for', async () => {
    vi.useFakeTimers()
    try {
      const cancel = vi.fn()
      const answer = handler(streamed(() => new Promise<void>(() => {}), cancel))
      await vi.advanceTimersByTimeAsync(9_999)
      expect(cancel).not.toHaveBeenCalled()
      await vi.advanceTimersByTimeAsync(1)
      expect([(await answer).status, cancel.mock.calls.length]).toEqual([408, 1])
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  test('leaves no timer', async () => {
    vi.useFakeTimers()
    try {
      expect((await handler(post(json({})))).status).toBe(200)
      expect(vi.getTimerCount()).toBe(0)
    } finally {
      vi.useRealTimers()
    }
  })

  test('that ends early is the fault of the client', async () => {
    const response = await handler(streamed((controller) => controller.error(new Error('connection lost'))))
    expect([response.status, (await response.json()).code]).toEqual([400, 'invalid_body'])
  })

  test('that the app has read before is the fault of the app, which gets to know why', async () => {
    const onError = vi.fn()
    const read = issueUserSig({
      credentials,
      authenticate: async (request) => (await request.json()).userId,
      onError,
    })
    expect((await read(post(json({ userId: 'alice' })))).status).toBe(500)
    expect(onError.mock.lastCall?.[0].error).toBeInstanceOf(TypeError)
    expect(onError.mock.lastCall?.[0].error.message).toMatch(/request\.clone\(\)/)
  })

  test('may be read by the app as a copy', async () => {
    const copied = issueUserSig({
      credentials,
      authenticate: async (request) => ((await request.clone().json()).roomId === 10000 ? 'alice' : null),
      authorizeRoom: () => 'audience',
    })
    expect((await copied(post(json({ roomId: 10000 })))).status).toBe(200)
  })
})
