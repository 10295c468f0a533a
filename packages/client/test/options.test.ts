import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import * as client from '../src/index.ts'
import { createUserSigSource, type SourceOptions, UserSigSourceError } from '../src/index.ts'
import { keepIn } from '../src/storage.ts'
import { bindTrtc } from '../src/trtc.ts'
import { createEndpoint, LOGIN } from './support/endpoint.ts'

test('the public names', () => {
  expect(Object.keys(client).sort()).toEqual(['UserSigSourceError', 'createUserSigSource'])
})

describe('options are strict', () => {
  test.each([
    [{ endpoint: '/usersig', refreshAhaed: 60 }, 'there is no option `refreshAhaed`: did you mean `refreshAhead`?'],
    [{ endpoint: '/usersig', retry: 1 }, 'there is no option `retry`: did you mean `retries`?'],
    [{ endpoint: '/usersig', header: {} }, 'there is no option `header`: did you mean `headers`?'],
    [{ endpoint: '/usersig', timeOut: 1 }, 'there is no option `timeOut`: did you mean `timeout`?'],
    [{ endpoint: '/usersig', userID: 'alice' }, 'there is no option `userID`: did you mean `userId`?'],
    [{ endpont: '/usersig' }, 'there is no option `endpont`: did you mean `endpoint`?'],
    [{ endpoint: '/usersig', retries: 'many' }, '`retries` must be a number from 0 to 86400'],
    [{ endpoint: '/usersig', timeout: Number.NaN }, '`timeout` must be a number from 0 to 86400'],
    [{ endpoint: '/usersig', timeout: -1 }, '`timeout` must be a number from 0 to 86400'],
    [
      { endpoint: '/usersig', refreshAhead: Number.POSITIVE_INFINITY },
      '`refreshAhead` must be a number from 0 to 86400',
    ],
    [{ endpoint: '/usersig', userId: '' }, '`userId` must be a string'],
    [{ endpoint: 5 }, '`endpoint` must be a string or URL object'],
    [{ endpoint: '/usersig', withCookies: 'include' }, '`withCookies` must be a boolean'],
    [{ endpoint: '/usersig', storage: { getItem() {} } }, '`storage` must be a function: keepIn(storage)'],
    [{ endpoint: '/usersig', room: {} }, '`room` must be { roomId } or { strRoomId }'],
    [{ endpoint: '/usersig', room: { roomId: 1, strRoomId: 'x' } }, '`room` must be { roomId } or { strRoomId }'],
    [{}, 'either `endpoint` or `tickets` is needed'],
    [undefined, 'either `endpoint` or `tickets` is needed'],
    [{ endpoint: '/usersig', tickets: () => {} }, 'either `endpoint` or `tickets` is needed'],
  ])('%j', (options, message) => {
    expect(() => createUserSigSource(options as SourceOptions)).toThrow(new TypeError(message))
  })

  test.each(['refreshAhead', 'retries', 'timeout'])('%s is a number that bounds something', (option) => {
    expect(createUserSigSource({ endpoint: '/usersig', [option]: 3 })).toBeDefined()
    for (const wrong of [Number.NaN, Number.POSITIVE_INFINITY, -1, 86_401, '3', '', true, null, 3n, [3]]) {
      expect(() => createUserSigSource({ endpoint: '/usersig', [option]: wrong } as never), String(wrong)).toThrow(
        `\`${option}\` must be a number from 0 to 86400`,
      )
    }
  })

  test('those of each call, too', async () => {
    const source = createUserSigSource(LOGIN)
    await expect(source.get({ rom: { roomId: 1 } } as never)).rejects.toThrow('there is no option `rom`')
    await expect(source.refresh({ room: {} } as never)).rejects.toThrow('`room` must be')
    await expect(source.stop({ forgot: true } as never)).rejects.toThrow('did you mean `forget`?')
    expect(() => bindTrtc({} as never, source, { privatMapKey: true } as never)).toThrow('`privateMapKey`?')
  })

  test('a storage needs a user', () => {
    const storage = keepIn({ getItem: () => null, setItem: () => {}, removeItem: () => {} })
    expect(() => createUserSigSource({ ...LOGIN, storage })).toThrow('`storage` needs `userId`')
  })

  test('what is inherited is no option, and what changes later is not read', async () => {
    const endpoint = createEndpoint()
    const options: { headers: Record<string, string> } = { ...LOGIN, headers: { ...LOGIN.headers } }
    const given = Object.assign(Object.create({ retries: 'many', endpoint: 'https://elsewhere.example' }), {
      ...options,
      fetch: endpoint.fetch,
    })
    const source = createUserSigSource(given)
    given.endpoint = 'https://elsewhere.example'
    await source.get()
    expect(endpoint.requests[0]?.url).toBe('https://app.example/usersig')
  })
})

test('where there is no fetch, the error says so at the start', () => {
  vi.stubGlobal('fetch', undefined)
  try {
    expect(() => createUserSigSource(LOGIN)).toThrow(new TypeError('there is no global fetch: `fetch` is needed'))
  } finally {
    vi.unstubAllGlobals()
  }
})

test('without AbortController, URL, TextDecoder and performance all goes on', async () => {
  const now = Math.floor(Date.now() / 1000)
  const tickets = { sdkAppId: 1, userId: 'alice', userSig: 'x', issuedAt: now, expire: 60, expiresAt: now + 60 }
  for (const name of ['AbortController', 'URL', 'TextDecoder', 'performance', 'fetch']) vi.stubGlobal(name, undefined)
  try {
    const source = createUserSigSource({
      ...LOGIN,
      fetch: async () => ({ status: 200, headers: { get: () => null }, json: async () => tickets }),
    })
    expect(await source.get()).toEqual(tickets)
  } finally {
    vi.unstubAllGlobals()
  }
})

test('errors know each other by a brand, also those of another copy of the package', async () => {
  vi.resetModules()
  const copy = await import('../src/errors.ts')
  const foreign = new copy.UserSigSourceError('network', 'no answer', { retryable: true })
  expect(foreign).not.toBeInstanceOf(UserSigSourceError)
  expect(UserSigSourceError.is(foreign)).toBe(true)
  for (const other of [undefined, null, 'text', new Error('x'), { code: 'network' }]) {
    expect(UserSigSourceError.is(other)).toBe(false)
  }
  const error: unknown = foreign
  if (UserSigSourceError.is(error)) expectTypeOf(error.retryAfter).toEqualTypeOf<number | undefined>()
})
