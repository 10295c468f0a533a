import { expect, test, vi } from 'vitest'
import { type Credentials, createUserSigSource, type UserSigSourceError } from '../src/index.ts'
import { createEndpoint, LOGIN, refuse } from './support/endpoint.ts'
import { advance, START, settle, useClock } from './support/time.ts'

useClock()

test('every new set is told, ahead of the end of the one before', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const told: { at: number; set: Credentials }[] = []
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

test('a renewal that is refused ends the renewals', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const errors: UserSigSourceError[] = []
  source.subscribe(
    () => {},
    (error) => errors.push(error),
  )
  await advance(1)
  endpoint.next.push(refuse(401))
  await advance(24 * 3600)
  expect(errors.map(({ status }) => status)).toEqual([401])
  expect(endpoint.requests.length).toBe(2)
  expect(vi.getTimerCount()).toBe(0)
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
