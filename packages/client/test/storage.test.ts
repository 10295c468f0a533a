import { expect, test, vi } from 'vitest'
import { createUserSigSource } from '../src/index.ts'
import { keepIn } from '../src/storage.ts'
import { createEndpoint, LOGIN } from './support/endpoint.ts'
import { advance, START, settle, useClock } from './support/time.ts'

useClock()

function createStorage() {
  const items = new Map<string, string>()
  return {
    items,
    getItem: async (key: string) => items.get(key) ?? null,
    setItem: async (key: string, value: string) => void items.set(key, value),
    removeItem: async (key: string) => void items.delete(key),
  }
}

test('tickets outlive the page, and so does what is known of the clock', async () => {
  const endpoint = createEndpoint({ ahead: 7200 })
  const storage = createStorage()
  const options = { ...LOGIN, fetch: endpoint.fetch, storage: keepIn(storage), userId: 'alice' }
  const first = await createUserSigSource(options).get()
  await settle()
  const reloaded = createUserSigSource(options)
  expect(await reloaded.get()).toEqual(first)
  expect(endpoint.requests.length).toBe(1)
  await advance(3601)
  await createUserSigSource(options).get()
  expect(endpoint.requests.length).toBe(2)
})

test('each user and each room has its own', async () => {
  const endpoint = createEndpoint()
  const storage = createStorage()
  const options = { ...LOGIN, fetch: endpoint.fetch, storage: keepIn(storage) }
  await createUserSigSource({ ...options, userId: 'alice' }).get()
  await createUserSigSource({ ...options, userId: 'alice', room: { roomId: 7 } }).get()
  endpoint.userId = 'bob'
  expect((await createUserSigSource({ ...options, userId: 'bob' }).get()).userId).toBe('bob')
  await settle()
  expect([...storage.items.keys()]).toEqual([
    'usersig:/usersig:alice:{}',
    'usersig:/usersig:alice:{"roomId":7}',
    'usersig:/usersig:bob:{}',
  ])
})

test('the tickets of one user never reach the next', async () => {
  const endpoint = createEndpoint()
  const storage = createStorage()
  const options = { ...LOGIN, fetch: endpoint.fetch, storage: keepIn(storage) }
  await createUserSigSource({ ...options, userId: 'alice' }).get()
  await settle()
  storage.items.set('usersig:/usersig:bob:{}', storage.items.get('usersig:/usersig:alice:{}') as string)
  endpoint.userId = 'bob'
  expect((await createUserSigSource({ ...options, userId: 'bob' }).get()).userId).toBe('bob')
  expect(() => createUserSigSource(options)).toThrow(/`storage` needs `userId`/)
})

test('a logout removes them', async () => {
  const endpoint = createEndpoint()
  const storage = createStorage()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, storage: keepIn(storage), userId: 'alice' })
  await source.get()
  await settle()
  expect(storage.items.size).toBe(1)
  await source.stop({ forget: true })
  expect(storage.items.size).toBe(0)
})

test.each(['', 'null', '[]', '{', '[0,{}]'])('a storage that holds %j', async (value) => {
  const endpoint = createEndpoint()
  const storage = createStorage()
  storage.items.set('usersig:/usersig:alice:{}', value)
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, storage: keepIn(storage), userId: 'alice' })
  expect((await source.get()).userId).toBe('alice')
})

test('a storage that does not work', async () => {
  const endpoint = createEndpoint()
  const fail = () => {
    throw new Error('storage is full')
  }
  const storage = { getItem: fail, setItem: fail, removeItem: fail }
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, storage: keepIn(storage), userId: 'alice' })
  expect((await source.get()).userId).toBe('alice')
  await settle()
})

test.each([-3600, 3600])('a clock that was %i s off does not outlive its correction', async (wrong) => {
  const endpoint = createEndpoint({ ahead: -wrong })
  const storage = createStorage()
  const options = { ...LOGIN, fetch: endpoint.fetch, storage: keepIn(storage), userId: 'alice' }
  vi.setSystemTime((START + wrong) * 1000)
  const first = await createUserSigSource(options).get()
  await settle()
  // The page is closed, the clock is set right, and the ticket has ended meanwhile.
  const later = first.expiresAt + 1200
  vi.setSystemTime(later * 1000)
  const right = createEndpoint()
  const second = await createUserSigSource({ ...options, fetch: right.fetch }).get()
  expect(second.expiresAt).toBeGreaterThan(later)
  expect(right.requests.length).toBe(1)
})

test('a storage that hangs is waited for once, for two seconds', async () => {
  const endpoint = createEndpoint()
  const hang = () => new Promise<never>(() => {})
  const storage = keepIn({ getItem: hang, setItem: hang, removeItem: hang })
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, storage, userId: 'alice' })
  let userId: string | undefined
  void source.get().then((tickets) => {
    userId = tickets.userId
  })
  await advance(1)
  expect(userId).toBeUndefined()
  await advance(2)
  expect(userId).toBe('alice')
  expect((await source.refresh()).userId).toBe('alice')
  await source.stop({ forget: true })
  expect(vi.getTimerCount()).toBe(0)
})

test('endpoints keep their tickets apart', async () => {
  const storage = createStorage()
  const options = { ...LOGIN, storage: keepIn(storage), userId: 'alice' }
  const [one, two] = [createEndpoint(), createEndpoint()]
  await createUserSigSource({ ...options, endpoint: '/one', fetch: one.fetch }).get()
  await createUserSigSource({ ...options, endpoint: '/two', fetch: two.fetch }).get()
  expect([one.requests.length, two.requests.length]).toEqual([1, 1])
})
