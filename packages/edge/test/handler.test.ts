import { UserSigError } from '@usersig/core'
import type { ErrorEvent } from '@usersig/core/endpoint'
import { describe, expect, test, vi } from 'vitest'
import { createUserSigHandler } from '../src/index.ts'
import { authenticate, context, credentials, deferred, json, post, signer } from './support/fixture.ts'

interface Env {
  readonly KEY: string
}

const env: Env = { KEY: credentials.secretKey }

describe('wrong wiring', () => {
  const create = createUserSigHandler as (options: unknown) => unknown

  test('shows the line to add where authenticate is missing', () => {
    expect(() => create({ credentials })).toThrow(TypeError)
    expect(() => create({ credentials })).toThrow(/authenticate: \(request, env\) => userOfSession/)
  })

  test('shows the line to add where the key is missing', () => {
    expect(() => create({ authenticate })).toThrow(TypeError)
    expect(() => create({ authenticate })).toThrow(/credentials: \(env\) => \(\{ sdkAppId: Number\(env\./)
  })

  test.each([
    ['no options', undefined, /takes an options object/],
    ['an unknown name', { credentials, authenticate, authorise: () => 'all' }, /no option "authorise"/],
    ['both kinds of signer', { credentials, signer, authenticate }, /choose one/],
    ['a hook that is none', { credentials, authenticate, onIssued: true }, /onIssued is of type boolean/],
    ['an onError that is none', { credentials, authenticate, onError: 'log' }, /onError is of type string/],
    ['an authorizeRoom that is none', { credentials, authenticate, authorizeRoom: 'all' }, /authorizeRoom is of type/],
    ['a path without a slash', { credentials, authenticate, path: 'usersig' }, /begins with a slash/],
    ['a path with a parameter', { credentials, authenticate, path: '/:tenant/usersig' }, /one literal path/],
  ])('refuses %s', (_name, options, message) => {
    expect(() => create(options)).toThrow(TypeError)
    expect(() => create(options)).toThrow(message)
  })

  test('judges credentials given as values at once', () => {
    expect(() => create({ credentials: { sdkAppId: 0, secretKey: 'key' }, authenticate })).toThrow(UserSigError)
    expect(() => create({ credentials, authenticate, expire: 0 })).toThrow(/expire/)
  })
})

describe('credentials from env', () => {
  test('are asked for at the first request and then kept', async () => {
    const fromEnv = vi.fn((env: Env) => ({ sdkAppId: credentials.sdkAppId, secretKey: env.KEY }))
    const handler = createUserSigHandler<Env>({ credentials: fromEnv, authenticate })
    expect(fromEnv).not.toHaveBeenCalled()
    const { userSig } = await (await handler(post(), env)).json()
    await handler(post(), { KEY: 'another' })
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
    expect(fromEnv).toHaveBeenCalledExactlyOnceWith(env, expect.any(Request))
  })

  test('are asked for once by requests that come at the same time, whoever leaves', async () => {
    const { promise, resolve } = deferred<typeof credentials>()
    const fromEnv = vi.fn(() => promise)
    const handler = createUserSigHandler<Env>({ credentials: fromEnv, authenticate })
    const ctx = context()
    const answers = [handler(post(), env, ctx), handler(post(), env), handler(post(), env)]
    await vi.waitFor(() => expect(ctx.promises).toHaveLength(1))
    resolve(credentials)
    expect((await Promise.all(answers)).map(({ status }) => status)).toEqual([200, 200, 200])
    expect(fromEnv).toHaveBeenCalledTimes(1)
  })

  test('are asked for again after a failure, which the client does not see', async () => {
    vi.useFakeTimers()
    const onError = vi.fn()
    const fromEnv = vi.fn().mockRejectedValueOnce(new Error('the store is down')).mockResolvedValue(credentials)
    const handler = createUserSigHandler<Env>({ credentials: fromEnv, authenticate, onError })
    const failed = await handler(post(), env, context())
    expect([failed.status, (await failed.text()).includes('store')]).toEqual([503, false])
    expect(onError.mock.lastCall?.[0]).toMatchObject({
      status: 503,
      error: { cause: { message: 'the store is down' } },
    })
    vi.advanceTimersByTime(1000)
    expect((await handler(post(), env)).status).toBe(200)
    vi.useRealTimers()
  })

  test('that lack the key are a 500 whose reason the app gets to know', async () => {
    const onError = vi.fn()
    const handler = createUserSigHandler<Partial<Env>>({
      credentials: (env) => ({ sdkAppId: credentials.sdkAppId, secretKey: env.KEY as string }),
      authenticate,
      onError,
    })
    expect((await handler(post(), {})).status).toBe(500)
    expect(onError.mock.lastCall?.[0].error.message).toMatch(/returned an object without secretKey/)
  })

  test('may hold a key that nobody can read, such as a CryptoKey', async () => {
    const bytes = new TextEncoder().encode(credentials.secretKey)
    const algorithm = { name: 'HMAC', hash: 'SHA-256' }
    const key = await crypto.subtle.importKey('raw', bytes, algorithm, false, ['sign'])
    const handler = createUserSigHandler({
      credentials: {
        sdkAppId: credentials.sdkAppId,
        mac: async (content) => new Uint8Array(await crypto.subtle.sign('HMAC', key, new Uint8Array(content))),
      },
      authenticate,
    })
    const { userSig } = await (await handler(post())).json()
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('may be a signer chosen for each request', async () => {
    const choose = vi.fn(() => signer)
    const handler = createUserSigHandler<Env>({ signer: choose, authenticate })
    const request = post()
    const ctx = context()
    await handler(request, env, ctx)
    await handler(post(), env)
    expect(choose).toHaveBeenNthCalledWith(1, request, env, ctx)
    expect(choose).toHaveBeenCalledTimes(2)
  })
})

describe('callbacks', () => {
  test('get request, env and ctx', async () => {
    const callbacks = {
      authenticate: vi.fn(() => 'alice'),
      authorizeRoom: vi.fn(() => 'audience' as const),
      onIssued: vi.fn(),
    }
    const handler = createUserSigHandler<Env>({ credentials, expire: 60, ...callbacks })
    const call = [post(json({ roomId: 10000 })), env, context()] as const
    const issued = await (await handler(...call)).json()
    expect(issued).toMatchObject({ userId: 'alice', expire: 60, roomId: 10000 })
    expect(callbacks.authenticate).toHaveBeenCalledExactlyOnceWith(...call)
    expect(callbacks.authorizeRoom).toHaveBeenCalledExactlyOnceWith({ userId: 'alice', roomId: 10000 }, ...call)
    const { userSig, privateMapKey, expire, ...event } = issued
    expect(callbacks.onIssued).toHaveBeenCalledExactlyOnceWith(event, ...call)
  })

  test('onError gets what was refused', async () => {
    const onError = vi.fn((_event: ErrorEvent, ..._call: unknown[]) => {})
    const handler = createUserSigHandler<Env>({ credentials, authenticate, onError })
    const call = [post(json({ roomId: 1 })), env, context()] as const
    await handler(...call)
    expect(onError).toHaveBeenCalledOnce()
    const [event, ...rest] = onError.mock.lastCall ?? []
    expect(event).toMatchObject({ status: 403, code: 'room_refused', userId: 'alice' })
    expect(rest).toEqual(call)
  })

  test('hooks that take their time do not hold up the answer, and the platform waits for them', async () => {
    const { promise, resolve } = deferred<void>()
    const handler = createUserSigHandler<Env>({ credentials, authenticate, onIssued: () => promise })
    const ctx = context()
    expect((await handler(post(), env, ctx)).status).toBe(200)
    expect(ctx.promises).toHaveLength(1)
    resolve()
    await Promise.all(ctx.promises)
  })

  test('a third argument without waitUntil does no harm', async () => {
    const handler = createUserSigHandler({ credentials, authenticate, onIssued: async () => {} })
    expect((await handler(post(), undefined, {} as never)).status).toBe(200)
  })
})

describe('path', () => {
  const handler = createUserSigHandler({ credentials, authenticate, path: '/api/usersig' })

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
    const everywhere = createUserSigHandler({ credentials, authenticate })
    expect((await everywhere(post({ url: 'https://api.example.com/anything' }))).status).toBe(200)
  })

  test('may be the root', async () => {
    const root = createUserSigHandler({ credentials, authenticate, path: '/' })
    expect((await root(post({ url: 'https://api.example.com' }))).status).toBe(200)
    expect((await root(post({ url: 'https://api.example.com/x' }))).status).toBe(404)
  })
})

describe('body', () => {
  const handler = createUserSigHandler({ credentials, authenticate, onError: () => {} })

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

  test('leaves no timer behind', async () => {
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
    const read = createUserSigHandler({
      credentials,
      authenticate: async (request) => (await request.json()).userId,
      onError,
    })
    expect((await read(post(json({ userId: 'alice' })))).status).toBe(500)
    expect(onError.mock.lastCall?.[0].error).toBeInstanceOf(TypeError)
    expect(onError.mock.lastCall?.[0].error.message).toMatch(/request\.clone\(\)/)
  })

  test('may be read by the app as a copy', async () => {
    const copied = createUserSigHandler({
      credentials,
      authenticate: async (request) => ((await request.clone().json()).roomId === 10000 ? 'alice' : null),
      authorizeRoom: () => 'audience',
    })
    expect((await copied(post(json({ roomId: 10000 })))).status).toBe(200)
  })
})
