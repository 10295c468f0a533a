import { expect, test, vi } from 'vitest'
import { createUserSigSource, type IssuedTickets, type UserSigSourceError } from '../src/index.ts'
import { createEndpoint, LOGIN, refuse } from './support/endpoint.ts'
import { advance, START, settle, useClock } from './support/time.ts'

useClock()

const SET = { sdkAppId: 1, userId: 'alice', userSig: 'x', issuedAt: START, expire: 3600, expiresAt: START + 3600 }

test('every new set is told, ahead of the end of the one before', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const told: { at: number; set: IssuedTickets }[] = []
  const unsubscribe = source.subscribe((set) => told.push({ at: Date.now() / 1000 - START, set }))
  await advance(3 * 3600)
  expect(told.length).toBe(4)
  told.slice(1).forEach(({ at }, index) => {
    const left = (told[index] as (typeof told)[0]).set.expiresAt - START - at
    expect(left).toBeGreaterThan(230)
    expect(left).toBeLessThanOrEqual(300)
  })
  unsubscribe()
  await advance(7200)
  expect(told.length).toBe(4)
  expect(vi.getTimerCount()).toBe(0)
})

test('a second listener gets the set at hand', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const first = await source.get()
  const listener = vi.fn()
  source.subscribe(listener)
  await advance(1)
  expect(listener.mock.calls).toEqual([[first]])
  expect(endpoint.requests.length).toBe(1)
  await source.stop()
})

test('after sleep the renewal comes within a minute', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const listener = vi.fn()
  source.subscribe(listener)
  await advance(1)
  vi.setSystemTime((START + 9 * 3600) * 1000)
  await advance(60)
  expect(listener).toHaveBeenCalledTimes(2)
  await source.stop()
})

test('a renewal that fails is told, and tried again', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, retries: 0 })
  const listener = vi.fn()
  const onError = vi.fn()
  source.subscribe(listener, onError)
  await advance(1)
  endpoint.next.push(refuse(503), refuse(503, { 'retry-after': '90' }))
  await advance(3600)
  expect(onError.mock.calls.map(([error]) => error.status)).toEqual([503, 503])
  expect(listener).toHaveBeenCalledTimes(2)
  await source.stop()
})

test.each([
  ['a login that ended', refuse(401), 401],
  ['another user', () => Response.json({ ...SET, userId: 'bob' }), 200],
])('%s is not asked for again by itself, but when the app wakes', async (_name, answer, status) => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, userId: 'alice' })
  const listener = vi.fn()
  const errors: UserSigSourceError[] = []
  source.subscribe(listener, (error) => errors.push(error))
  await advance(1)
  endpoint.next.push(answer)
  await advance(24 * 3600)
  expect(errors.map((error) => error.status)).toEqual([status])
  expect(endpoint.requests.length).toBe(2)
  expect(vi.getTimerCount()).toBe(0)
  source.wake()
  await advance(1)
  expect(listener).toHaveBeenCalledTimes(2)
  await source.stop()
})

test.each([
  ['a captive portal', () => new Response('<html>'), 10],
  ['an absurd Retry-After', refuse(429, { 'retry-after': '86400' }), 310],
])('%s is asked again', async (_name, answer, within) => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const listener = vi.fn()
  endpoint.next.push(answer)
  source.subscribe(listener)
  await advance(within)
  expect(listener).toHaveBeenCalledTimes(1)
  await source.stop()
})

test('a listener that throws disturbs nobody but the app', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const failure = new Error('of a listener')
  const heard = vi.fn()
  const others = process.listeners('unhandledRejection')
  process.removeAllListeners('unhandledRejection')
  process.on('unhandledRejection', heard)
  try {
    source.subscribe(() => {
      throw failure
    })
    const listener = vi.fn()
    source.subscribe(listener)
    await advance(1)
    expect(listener).toHaveBeenCalledTimes(1)
    await settle()
    expect(heard.mock.calls.map(([error]) => error)).toEqual([failure])
  } finally {
    process.off('unhandledRejection', heard)
    for (const listener of others) process.on('unhandledRejection', listener)
    await source.stop()
  }
})

test('a subscription that ends before anything came', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const listener = vi.fn()
  source.subscribe(listener)()
  await advance(10)
  expect(listener).not.toHaveBeenCalled()
  expect(endpoint.requests.length).toBe(0)
})

/** How often an endpoint is asked in an hour by a source whose first renewal meets these failures. */
async function countRequests(failure: ReturnType<typeof refuse>): Promise<number> {
  const endpoint = createEndpoint()
  endpoint.next.push(...Array.from({ length: 1000 }, () => failure))
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, retries: 0 })
  source.subscribe(() => {})
  await advance(3600)
  await source.stop()
  return endpoint.requests.length
}

test('failures do not become a storm', async () => {
  expect(await countRequests(refuse(503))).toBeLessThan(200)
  expect(await countRequests(refuse(503, { 'retry-after': '0' }))).toBeLessThan(200)
  // More milliseconds than a timer takes; four minutes count.
  expect(await countRequests(refuse(503, { 'retry-after': '3000000' }))).toBeLessThan(17)
})

test('tickets that are due at once do not become a storm', async () => {
  const endpoint = createEndpoint()
  const old = await createUserSigSource({ ...LOGIN, fetch: endpoint.fetch }).get()
  await advance(3400)
  endpoint.next.push(...Array.from({ length: 1000 }, () => () => Response.json(old)))
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const listener = vi.fn()
  source.subscribe(listener)
  await advance(190)
  expect(listener.mock.calls.length).toBeGreaterThan(3)
  expect(endpoint.requests.length).toBeLessThan(9)
  await source.stop()
})

test('the app fails to give its headers: told, and tried again', async () => {
  const endpoint = createEndpoint()
  let online = false
  const source = createUserSigSource({
    ...LOGIN,
    fetch: endpoint.fetch,
    headers: () => {
      if (!online) throw new Error('offline')
      return LOGIN.headers
    },
  })
  const listener = vi.fn()
  const onError = vi.fn()
  source.subscribe(listener, onError)
  await advance(1)
  expect(onError.mock.calls).toEqual([[new Error('offline')]])
  online = true
  await advance(61)
  expect(listener).toHaveBeenCalledTimes(1)
  await source.stop()
})

test('every listener hears of a failure once, and nobody who leaves causes a request', async () => {
  const endpoint = createEndpoint()
  endpoint.next.push(refuse(401))
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const onErrors = [vi.fn(), vi.fn()]
  const [leave] = onErrors.map((onError) => source.subscribe(() => {}, onError))
  await advance(1)
  expect(onErrors.map((onError) => onError.mock.calls.length)).toEqual([1, 1])
  leave?.()
  await advance(60)
  expect(endpoint.requests.length).toBe(1)
  await source.stop()
})
