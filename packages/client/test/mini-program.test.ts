import { afterEach, expect, test, vi } from 'vitest'
import { createUserSigSource } from '../src/index.ts'
import { type RequestFunction, uniFetch, uniStorage, wxFetch, wxStorage } from '../src/mini-program.ts'
import { keepIn } from '../src/storage.ts'
import { createEndpoint, LOGIN } from './support/endpoint.ts'

afterEach(() => {
  vi.unstubAllGlobals()
})

type Sent = Parameters<RequestFunction>[0]

/** A mini program over the endpoint, without all that it lacks. */
function stubProgram(name: 'wx' | 'uni', request: (sent: Sent) => unknown) {
  const items = new Map<string, string>()
  vi.stubGlobal(name, {
    request,
    // `wx.getStorageSync` returns an empty text for what is not there.
    getStorageSync: (key: string) => items.get(key) ?? '',
    setStorageSync: (key: string, value: string) => void items.set(key, value),
    removeStorageSync: (key: string) => void items.delete(key),
  })
  return items
}

test.each([
  ['wx', wxFetch, wxStorage],
  ['uni', uniFetch, uniStorage],
] as const)('%s: tickets by its request, kept in its storage', async (name, fetch, storage) => {
  const endpoint = createEndpoint()
  const items = stubProgram(name, async ({ url, method, header, data, success }) => {
    const response = await endpoint.fetch(url, { method, headers: header, body: data })
    const date = response.headers.get('date') ?? ''
    success({ statusCode: response.status, header: { Date: date }, data: await response.json() })
  })
  const options = { ...LOGIN, fetch, userId: 'alice', storage: keepIn(storage) }
  const source = createUserSigSource(options)
  const first = await source.get()
  expect(await createUserSigSource(options).get()).toEqual(first)
  expect(endpoint.requests.length).toBe(1)
  await source.stop({ forget: true })
  expect(items.size).toBe(0)
})

test('a login page, a text in place of JSON', async () => {
  stubProgram('wx', ({ success }) =>
    success({ statusCode: 200, header: { 'Content-Type': 'text/html' }, data: '<html>' }),
  )
  const source = createUserSigSource({ endpoint: 'https://api.example', fetch: wxFetch })
  await expect(source.get()).rejects.toMatchObject({
    code: 'invalid_answer',
    message: expect.stringMatching(/^200 text\/html: not JSON/),
  })
})

test('a domain that is not on the list is told, without the address', async () => {
  stubProgram('wx', ({ fail }) => fail({ errMsg: 'request:fail url not in domain list https://api.example/usersig' }))
  const source = createUserSigSource({ endpoint: 'https://api.example/usersig', fetch: wxFetch, retries: 0 })
  await expect(source.get()).rejects.toMatchObject({
    code: 'network',
    message: 'no answer (request:fail url not in domain list): check connection, address and CORS',
  })
})
