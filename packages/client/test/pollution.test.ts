import { afterEach, expect, test, vi } from 'vitest'
import { createUserSigSource } from '../src/index.ts'
import { keepIn } from '../src/storage.ts'
import { createEndpoint, LOGIN } from './support/endpoint.ts'

/* Anything may stand on Object.prototype: whom a source asks, for what and as whom stays the same. */

const stolen: unknown[] = []
const steal = (...given: unknown[]) => {
  stolen.push(given)
  throw new Error('stolen')
}

const HOSTILE: Record<string, unknown> = {
  endpoint: 'https://mine.example',
  tickets: steal,
  toTickets: steal,
  fetch: steal,
  headers: { 'x-mine': 'mine' },
  withCookies: true,
  room: { roomId: 99 },
  refreshAhead: 86_400,
  retries: 0,
  timeout: 1e-9,
  userId: 'mallory',
  storage: steal,
  signal: AbortSignal.abort(),
  forget: true,
  roomId: 99,
  strRoomId: 'elsewhere',
}

/** What a source asks for, and what it gives. */
async function answers(polluted: <T>(run: () => T) => T) {
  stolen.length = 0
  const endpoint = createEndpoint()
  const kept = new Map<string, string>()
  const storage = keepIn({
    getItem: (key) => kept.get(key),
    setItem: (key, value) => kept.set(key, value),
    removeItem: (key) => kept.delete(key),
  })
  const asked: unknown[] = []
  const given = {
    ...LOGIN,
    userId: 'alice',
    fetch: ((url, init) => {
      asked.push([url, Object.keys(init), init.body, init.headers])
      return endpoint.fetch(url, init)
    }) as typeof endpoint.fetch,
  }
  const source = polluted(() => createUserSigSource(given))
  const keeping = polluted(() => createUserSigSource({ ...given, storage }))
  const got: unknown[] = []
  for (const each of [source, keeping]) {
    for (const room of [undefined, { roomId: 7 }]) {
      const answer = await polluted(() => each.get(room && { room }))
      got.push([answer.userId, answer.roomId, answer.strRoomId, answer.expire])
    }
    await polluted(() => each.stop())
  }
  return { asked, got, stolen: stolen.length, kept: kept.size }
}

afterEach(() => vi.restoreAllMocks())

const { endpoint: _, ...others } = HOSTILE

test.each(Object.keys(others))('a polluted Object.prototype with %s changes nothing', async (name) => {
  const expected = await answers((run) => run())
  const root = Object.prototype as Record<string, unknown>
  const actual = await answers((run) => {
    try {
      root[name] = HOSTILE[name]
      return run()
    } finally {
      delete root[name]
    }
  })
  expect(actual).toEqual(expected)
})
