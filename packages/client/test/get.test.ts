import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import * as client from '../src/index.ts'
import { createUserSigSource, type IssuedTickets, UserSigSourceError } from '../src/index.ts'
import { createEndpoint, hang, LOGIN, SDK_APP_ID } from './support/endpoint.ts'
import { advance, START, settle, useClock } from './support/time.ts'

useClock()

test('the public names', () => {
  expect(Object.keys(client).sort()).toEqual(['UserSigSourceError', 'createUserSigSource'])
})

describe('get', () => {
  test('asks once, and again when it is time', async () => {
    const endpoint = createEndpoint()
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    expect(source.current()).toBeUndefined()
    const first = await source.get()
    expect(first).toMatchObject({ sdkAppId: SDK_APP_ID, userId: 'alice', expire: 3600, expiresAt: START + 3600 })
    expect(await source.get()).toBe(first)
    expect(source.current()).toBe(first)
    await advance(3299)
    expect(await source.get()).toBe(first)
    await advance(2)
    expect(await source.get()).toBe(first)
    await settle()
    const second = await source.get()
    expect(second.expiresAt).toBe(first.expiresAt + 3301)
    expect(endpoint.requests.map(({ body }) => body)).toEqual([{}, {}])
    expectTypeOf(first).toEqualTypeOf<IssuedTickets>()
  })

  test('a short lifetime is renewed at its half', async () => {
    const endpoint = createEndpoint({ expire: 30 })
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    await source.get()
    await advance(14)
    await source.get()
    expect(endpoint.requests.length).toBe(1)
    await advance(2)
    await source.get()
    await settle()
    expect(endpoint.requests.length).toBe(2)
  })

  test('an endpoint that gives the same ticket until it ends is asked a few times only', async () => {
    const endpoint = createEndpoint()
    const old = await createUserSigSource({ ...LOGIN, fetch: endpoint.fetch }).get()
    await advance(3400)
    endpoint.next.push(...Array.from({ length: 200 }, () => () => Response.json(old)))
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    for (let second = 0; second < 190; second++) {
      expect((await source.get()).expiresAt).toBe(START + 3600)
      await advance(1)
    }
    // At half of what is left each time: after 100 s, 150 s, 175 s …
    expect(endpoint.requests.length).toBeLessThan(8)
    expect(endpoint.requests.length).toBeGreaterThan(4)
  })

  test('refreshAhead moves the renewal', async () => {
    const endpoint = createEndpoint()
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, refreshAhead: 1000 })
    await source.get()
    await advance(2601)
    await source.get()
    await settle()
    expect(endpoint.requests.length).toBe(2)
  })

  test('callers at the same time share one request', async () => {
    const endpoint = createEndpoint()
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    const all = await Promise.all([...Array.from({ length: 100 }, () => source.get()), source.refresh()])
    expect(new Set(all).size).toBe(1)
    expect(endpoint.requests.length).toBe(1)
  })

  test('refresh asks whatever is at hand', async () => {
    const endpoint = createEndpoint()
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    const first = await source.get()
    await advance(1)
    const second = await source.refresh()
    expect(second.userSig).not.toBe(first.userSig)
    expect(await source.get()).toBe(second)
  })

  test('headers may be a function, called before every request', async () => {
    const endpoint = createEndpoint()
    let token = 'stale'
    const source = createUserSigSource({
      endpoint: new URL('https://api.example/usersig'),
      headers: async () => ({ authorization: `Bearer ${token}` }),
      withCookies: true,
      fetch: endpoint.fetch,
    })
    await expect(source.get()).rejects.toMatchObject({ status: 401 })
    token = 'app login'
    await source.get()
    expect(endpoint.requests[1]).toMatchObject({
      url: 'https://api.example/usersig',
      credentials: 'include',
      headers: { 'content-type': 'application/json', authorization: 'Bearer app login' },
    })
  })

  test('the global fetch is used by default', async () => {
    const endpoint = createEndpoint()
    vi.stubGlobal('fetch', endpoint.fetch)
    try {
      expect((await createUserSigSource(LOGIN).get()).userId).toBe('alice')
    } finally {
      vi.unstubAllGlobals()
    }
  })
})

describe('rooms', () => {
  test('tickets of the own room are kept, those of others are asked for each time', async () => {
    const endpoint = createEndpoint()
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, room: { roomId: 123 } })
    const numeric = await source.get()
    const text = await source.get({ room: { strRoomId: '123' } })
    expect(numeric).toMatchObject({ roomId: 123, privateMapKey: expect.any(String) })
    expect(text).toMatchObject({ strRoomId: '123', privateMapKey: expect.any(String) })
    expect(await source.get()).toBe(numeric)
    expect(await source.get({ room: { roomId: 123 } })).toBe(numeric)
    expect(source.current()).toBe(numeric)
    await source.get({ room: { strRoomId: '123' } })
    expect(endpoint.requests.map(({ body }) => body)).toEqual([
      { roomId: 123 },
      { strRoomId: '123' },
      { strRoomId: '123' },
    ])
  })

  test('a room without a right to it', async () => {
    const endpoint = createEndpoint()
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, room: { strRoomId: 'secret' } })
    const error = await source.get().catch((reason) => reason)
    expect(error).toBeInstanceOf(UserSigSourceError)
    expect(error).toMatchObject({ name: 'UserSigSourceError', status: 403, code: 'room_refused', retryable: false })
    expect(endpoint.requests.length).toBe(1)
  })
})

describe('a wrong clock of the device', () => {
  test.each([-7200, 7200])('server ahead by %i s', async (ahead) => {
    const endpoint = createEndpoint({ ahead })
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    const first = await source.get()
    expect(await source.get()).toBe(first)
    await advance(3299)
    expect(await source.get()).toBe(first)
    await advance(2)
    await source.get()
    await settle()
    expect(endpoint.requests.length).toBe(2)
  })

  test('somebody sets the clock back', async () => {
    const endpoint = createEndpoint()
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    await source.get()
    vi.setSystemTime(START * 1000 - 86_400_000)
    await advance(3301)
    await source.get()
    await settle()
    expect(endpoint.requests.length).toBe(2)
  })

  test('the device sleeps while the monotonic clock stands still', async () => {
    const endpoint = createEndpoint()
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    await source.get()
    vi.setSystemTime((START + 3400) * 1000)
    await source.get()
    await settle()
    expect(endpoint.requests.length).toBe(2)
  })
})

describe('a signal', () => {
  test('gives up waiting; the request goes on for the others', async () => {
    const endpoint = createEndpoint()
    let answer!: () => void
    endpoint.next.push(() => new Promise((resolve) => (answer = () => resolve(undefined))))
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    const controller = new AbortController()
    const impatient = source.get({ signal: controller.signal })
    const patient = source.get()
    await settle()
    controller.abort(new Error('page left'))
    await expect(impatient).rejects.toThrow('page left')
    answer()
    expect((await patient).userId).toBe('alice')
    expect(endpoint.requests.length).toBe(1)
  })

  test('the last one who gives up ends the request; the next one starts anew', async () => {
    const endpoint = createEndpoint()
    let ended = false
    endpoint.next.push((request) => {
      request.signal.addEventListener('abort', () => {
        ended = true
      })
      return hang(request)
    })
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    const controller = new AbortController()
    const waiting = source.get({ signal: controller.signal })
    await settle()
    controller.abort()
    await expect(waiting).rejects.toMatchObject({ name: 'AbortError' })
    expect(ended).toBe(true)
    expect((await source.get()).userId).toBe('alice')
  })

  test('one that does not tell why, as in React Native', async () => {
    const endpoint = createEndpoint()
    const { signal } = new AbortController()
    Object.defineProperties(signal, { aborted: { value: true }, reason: { value: undefined } })
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    expect(await source.get({ signal }).catch((reason) => reason)).toEqual(new Error('aborted'))
  })

  test('one that is aborted already sends nothing', async () => {
    const endpoint = createEndpoint()
    const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
    await expect(source.get({ signal: AbortSignal.abort() })).rejects.toMatchObject({ name: 'AbortError' })
    expect(endpoint.requests.length).toBe(0)
  })
})
