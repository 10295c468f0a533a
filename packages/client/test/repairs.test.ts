import { expect, test, vi } from 'vitest'
import { createUserSigSource, type SourceFetch } from '../src/index.ts'
import { keepIn } from '../src/storage.ts'
import { createEndpoint, hang, LOGIN, refuse } from './support/endpoint.ts'
import { advance, START, settle, useClock } from './support/time.ts'

useClock()

const SET = { sdkAppId: 1, userId: 'alice', userSig: 'x', issuedAt: START, expire: 3600, expiresAt: START + 3600 }

/** An endpoint whose `Date` cannot be seen. */
const withoutDate =
  (set: object): SourceFetch =>
  async () =>
    Response.json(set)

test('a refresh that is given up does not put off the renewal', async () => {
  const endpoint = createEndpoint({ expire: 4 })
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  source.subscribe(() => {})
  await advance(1)
  endpoint.next.push(hang)
  const controller = new AbortController()
  const given = source.refresh({ signal: controller.signal })
  await settle()
  controller.abort()
  await expect(given).rejects.toMatchObject({ name: 'AbortError' })
  await advance(5)
  expect(source.current()).toBeDefined()
  await source.stop()
})

test('a failed renewal of a short ticket is tried again before its end', async () => {
  const endpoint = createEndpoint({ expire: 20 })
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, retries: 0 })
  source.subscribe(() => {})
  await advance(1)
  endpoint.next.push(refuse(503))
  for (let second = 0; second < 25; second++) {
    await advance(1)
    expect(source.current()).toBeDefined()
  }
  await source.stop()
})

test('nobody waits for an endpoint that hangs while there is a valid set', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const first = await source.get()
  await advance(3400)
  endpoint.next.push(hang)
  expect(await source.get()).toBe(first)
  await settle()
  expect(endpoint.requests.length).toBe(2)
  await source.stop()
})

test('without a Date, an old ticket leaves a right clock as it is', async () => {
  const source = createUserSigSource({
    ...LOGIN,
    fetch: withoutDate({ ...SET, issuedAt: START - 3000, expiresAt: START + 600 }),
  })
  await source.get()
  await advance(601)
  expect(source.current()).toBeUndefined()
})

test('without a Date, the moment of issue shows a wrong clock', async () => {
  const set = { ...SET, issuedAt: START - 9000, expiresAt: START - 5400 }
  expect(await createUserSigSource({ ...LOGIN, fetch: withoutDate(set) }).get()).toEqual(set)
})

test('without AbortController, a late answer does not set the clock', async () => {
  vi.stubGlobal('AbortController', undefined)
  try {
    let late!: () => void
    const dated = (seconds: number) => Response.json(SET, { headers: { date: new Date(seconds * 1000).toUTCString() } })
    const answers = [
      new Promise<Response>((resolve) => (late = () => resolve(dated(START - 86_400)))),
      dated(START + 3),
    ]
    const source = createUserSigSource({ ...LOGIN, timeout: 2, fetch: async () => (await answers.shift()) as Response })
    const given = source.get().catch((error) => error.code)
    await advance(3)
    expect(await given).toBe('timeout')
    await source.get()
    late()
    await settle()
    await advance(3600)
    expect(source.current()).toBeUndefined()
  } finally {
    vi.unstubAllGlobals()
  }
})

test.each(['headers', 'tickets'] as const)('a stop while %s is pending: nothing is sent', async (name) => {
  const send = vi.fn()
  let answer!: (value: never) => void
  const pending = () => new Promise<never>((resolve) => (answer = resolve))
  const source = createUserSigSource({
    ...(name === 'headers' && LOGIN),
    fetch: send,
    [name]: pending,
  })
  const given = source.get()
  await settle()
  await source.stop()
  await expect(given).rejects.toMatchObject({ code: 'stopped' })
  answer({} as never)
  await settle()
  expect(send).not.toHaveBeenCalled()
  expect(vi.getTimerCount()).toBe(0)
})

test('a stop while the storage is read: nothing is held', async () => {
  let answer!: (value: string) => void
  const storage = {
    getItem: () => new Promise<string>((resolve) => (answer = resolve)),
    setItem: () => {},
    removeItem: () => {},
  }
  const source = createUserSigSource({ ...LOGIN, userId: 'alice', storage: keepIn(storage) })
  const given = source.get()
  await settle()
  await source.stop({ forget: true })
  await expect(given).rejects.toMatchObject({ code: 'stopped' })
  answer(JSON.stringify([0, SET]))
  await settle()
  expect(source.current()).toBeUndefined()
})
