import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test, vi } from 'vitest'
import { createUserSigSource, type IssuedTickets, type UserSigSource } from '../src/index.ts'
import { loginRoomEngine } from '../src/room-engine.ts'
import { keepIn } from '../src/storage.ts'
import type { StoreHost } from '../src/store.ts'
import { createEndpoint, LOGIN, refuse } from './support/endpoint.ts'
import { advance, settle, useClock } from './support/time.ts'

useClock()

/** What a subscription hears, and what `current()` gives at that moment. */
function follow(source: UserSigSource) {
  const heard: unknown[] = []
  const note = (what: unknown) => heard.push([what, source.current()?.userId])
  const leave = source.subscribe(
    () => note('tickets'),
    ({ code }) => note(code),
  )
  return { heard, leave }
}

const openSource = (more: object = {}) => createUserSigSource({ ...LOGIN, fetch: createEndpoint().fetch, ...more })

test('a stop is told to each listener once, and the tickets are gone by then', async () => {
  const source = openSource()
  const followers = [follow(source), follow(source)]
  const left = follow(source)
  await advance(1)
  const stopping = source.stop()
  left.leave()
  await stopping
  await source.stop({ forget: true })
  source.wake()
  await advance(3600)
  for (const { heard } of followers) {
    expect(heard).toEqual([
      ['tickets', 'alice'],
      ['stopped', undefined],
    ])
  }
  expect(left.heard).toEqual([['tickets', 'alice']])
  expect(vi.getTimerCount()).toBe(0)
})

test('a subscription to a stopped source hears so once, and starts nothing', async () => {
  const endpoint = createEndpoint()
  const source = openSource({ fetch: endpoint.fetch })
  await source.get()
  await source.stop()
  const { heard } = follow(source)
  await settle()
  source.wake()
  await advance(7200)
  expect(heard).toEqual([['stopped', undefined]])
  expect([vi.getTimerCount(), endpoint.requests.length]).toEqual([0, 1])
})

test('a subscription to a stopped source does not keep Node alive', () => {
  const program = `import { createUserSigSource } from '@usersig/client'
const source = createUserSigSource({ tickets: { sdkAppId: 1, userId: 'alice', userSig: 'x', expire: 86400 } })
await source.get()
await source.stop()
source.subscribe(() => {}, ({ code }) => console.log(code))`
  const args = ['--conditions=usersig-source', '--input-type=module', '-e', program]
  const cwd = fileURLToPath(new URL('./', import.meta.url))
  const { stdout, status } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8', timeout: 5000 })
  expect([stdout, status]).toEqual(['stopped\n', 0])
})

test('who listens after a refusal hears of it, and no request is made for that', async () => {
  const endpoint = createEndpoint()
  endpoint.next.push(refuse(401))
  const source = openSource({ fetch: endpoint.fetch })
  await source.get().catch(() => {})
  const { heard } = follow(source)
  await advance(60)
  expect([heard, endpoint.requests.length]).toEqual([[['overloaded', undefined]], 1])
  source.wake()
  await advance(1)
  expect(heard.slice(1)).toEqual([['tickets', 'alice']])
  const later = follow(source)
  await settle()
  expect(later.heard).toEqual([['tickets', 'alice']])
  await source.stop()
})

/** A source whose store is the test: it hears what other tabs would say. */
function openWithTabs() {
  let host!: StoreHost
  const source = openSource({
    userId: 'alice',
    storage: (given: StoreHost) => {
      host = given
      return { find: (_: unknown, ask: () => Promise<IssuedTickets>) => ask(), close: async () => {} }
    },
  })
  return { source, take: (tickets?: IssuedTickets) => host.take(tickets) }
}

test('a logout in another tab is told once, also to who listens later; a login there is told, too', async () => {
  const { source, take } = openWithTabs()
  const { heard } = follow(source)
  await advance(1)
  const tickets = await source.get()
  take()
  take()
  await settle()
  const later = follow(source)
  source.wake()
  await advance(7200)
  expect(heard.slice(1)).toEqual([['signed_out', undefined]])
  expect(later.heard).toEqual([['signed_out', undefined]])
  expect(vi.getTimerCount()).toBe(0)
  const fresh = { ...tickets, issuedAt: tickets.issuedAt + 7200, expiresAt: tickets.expiresAt + 7200 }
  take(fresh)
  await settle()
  expect(heard.slice(2)).toEqual([['tickets', 'alice']])
  expect(await source.get()).toBe(fresh)
  await source.stop()
})

test('what another tab says late does not bring a stopped source back', async () => {
  const { source, take } = openWithTabs()
  const tickets = await source.get()
  await source.stop()
  take(tickets)
  expect(source.current()).toBeUndefined()
  take()
  await expect(source.get()).rejects.toMatchObject({ code: 'stopped' })
})

test('an answer that comes in at the moment of the stop is neither held nor kept', async () => {
  const items = new Map<string, string>()
  const storage = keepIn({
    getItem: (key) => items.get(key),
    setItem: (key, value) => items.set(key, value),
    removeItem: (key) => items.delete(key),
  })
  for (let turns = 0; turns < 60; turns++) {
    const source = createUserSigSource({
      tickets: { sdkAppId: 1, userId: 'alice', userSig: 'x', expire: 3600 },
      userId: 'alice',
      ...(turns % 2 && { storage }),
    })
    source.get().catch(() => {})
    for (let turn = 0; turn < turns / 2; turn++) await undefined
    await source.stop({ forget: true })
    await settle()
    expect([turns, source.current(), items.size]).toEqual([turns, undefined, 0])
  }
})

test('tickets of another tab do not displace a refresh that is under way', async () => {
  const { source, take } = openWithTabs()
  const tickets = await source.get()
  const refreshed = source.refresh()
  take({ ...tickets, issuedAt: tickets.issuedAt + 1 })
  const fresh = await refreshed
  expect(source.current()).toBe(fresh)
  await source.stop()
})

test('when an answer for a room shows that the user changed, listeners get the tickets of the next one', async () => {
  const endpoint = createEndpoint()
  const source = openSource({ fetch: endpoint.fetch })
  const { heard } = follow(source)
  await advance(1)
  endpoint.userId = 'bob'
  await source.get({ room: { roomId: 1 } })
  await advance(1)
  expect(heard).toEqual([
    ['tickets', 'alice'],
    ['tickets', 'bob'],
  ])
  await source.stop()
})

test('a session ends with its source', async () => {
  const source = openSource()
  const handlers = new Set<unknown>()
  const engine = {
    on: (_: string, handler: unknown) => handlers.add(handler),
    off: (_: string, handler: unknown) => handlers.delete(handler),
  }
  const session = loginRoomEngine({ login: async () => {} }, engine, source)
  await session.ready()
  expect(handlers.size).toBe(2)
  await source.stop()
  expect(session.current()).toMatchObject({ state: 'refused', reason: { code: 'stopped' } })
  expect([handlers.size, vi.getTimerCount()]).toEqual([0, 0])
})
