import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { describe, expect, test, vi } from 'vitest'
import { createUserSigSource, type SourceFetch } from '../src/index.ts'
import { createEndpoint, LOGIN } from './support/endpoint.ts'
import { advance, START, settle, useClock } from './support/time.ts'

useClock()

const TICKETS = { sdkAppId: 1400000000, userId: 'alice', userSig: 'x', expire: 3600 }

const answers =
  (body: unknown): SourceFetch =>
  async () =>
    Response.json(body, { headers: { date: new Date().toUTCString() } })

describe('a function in place of an endpoint', () => {
  test('a server action, a cloud function: with what it gives by itself', async () => {
    const tickets = vi.fn(async () => TICKETS)
    const source = createUserSigSource({ tickets })
    const first = await source.get()
    expect(first).toEqual({ ...TICKETS, issuedAt: START, expiresAt: START + 3600 })
    expect(await source.get()).toBe(first)
    await advance(3601)
    expect((await source.get()).issuedAt).toBe(START + 3601)
    expect(tickets).toHaveBeenCalledTimes(2)
  })

  test('gets the room, and a signal that ends with the time', async () => {
    let aborted = false
    const source = createUserSigSource({
      timeout: 3,
      tickets: (room, { signal }) => {
        expect(room).toEqual({ roomId: 7 })
        signal?.addEventListener('abort', () => {
          aborted = true
        })
        return new Promise(() => {})
      },
    })
    const given = source.get({ room: { roomId: 7 } }).catch((error) => error)
    await advance(4)
    expect(await given).toMatchObject({ code: 'timeout', message: 'tickets() took more than 3 s' })
    expect(aborted).toBe(true)
  })

  test('its tickets of a room need not name the room', async () => {
    const source = createUserSigSource({ tickets: async () => ({ ...TICKETS, privateMapKey: 'key' }) })
    const room = { strRoomId: 'lobby' }
    expect(await source.get({ room })).toMatchObject({ ...room, privateMapKey: 'key' })
  })

  test('what a callable function refuses is told as the endpoint would', async () => {
    const problem = { status: 401, code: 'unauthenticated', detail: 'who are you?' }
    const tickets = vi.fn<() => Promise<never>>(async () => problem as never)
    await expect(createUserSigSource({ tickets }).get()).rejects.toMatchObject({ ...problem, retryable: false })
    expect(tickets).toHaveBeenCalledTimes(1)
    const busy = { status: 429, code: 'too_many_requests', retryAfter: 7 }
    tickets.mockResolvedValueOnce(busy as never).mockResolvedValueOnce(TICKETS as never)
    const given = createUserSigSource({ tickets }).get()
    await advance(6)
    expect(tickets).toHaveBeenCalledTimes(2)
    await advance(2)
    expect(await given).toMatchObject(TICKETS)
    // An app that maps answers says itself what they mean.
    const other = async () => ({ status: 1000, data: TICKETS }) as never
    expect(await createUserSigSource({ tickets: other, toTickets: ({ data }) => data }).get()).toMatchObject(TICKETS)
  })

  test('what it throws comes out as it is; a wrong answer is named', async () => {
    const failure = new Error('no session')
    await expect(createUserSigSource({ tickets: () => Promise.reject(failure) }).get()).rejects.toBe(failure)
    const source = createUserSigSource({ tickets: async () => ({ ...TICKETS, userSig: '' }) })
    await expect(source.get()).rejects.toMatchObject({
      code: 'invalid_answer',
      message: expect.stringContaining('no valid userSig'),
    })
  })
})

test('fixed tickets, for a trial', async () => {
  const tickets = { ...TICKETS, issuedAt: START, expire: 60 }
  const source = createUserSigSource({ tickets })
  expect((await source.get()).userSig).toBe('x')
  await advance(61)
  await expect(source.get()).rejects.toMatchObject({ message: expect.stringContaining('the tickets have ended') })
})

describe('an endpoint with answers of its own', () => {
  test('{ userSig }', async () => {
    const source = createUserSigSource({
      endpoint: '/sig',
      fetch: answers({ userSig: 'x' }),
      toTickets: ({ userSig }) => ({ sdkAppId: 1400000000, userId: 'alice', userSig, expire: 86400 }),
    })
    expect(await source.get()).toEqual({
      sdkAppId: 1400000000,
      userId: 'alice',
      userSig: 'x',
      issuedAt: START,
      expire: 86400,
      expiresAt: START + 86400,
    })
  })

  test('{ code: 0, data }', async () => {
    const source = createUserSigSource({
      endpoint: '/sig',
      fetch: answers({ code: 0, data: { appid: 1400000000, uid: 'alice', sig: 'x', end: START + 600 } }),
      toTickets: ({ data }) => ({ sdkAppId: data.appid, userId: data.uid, userSig: data.sig, expiresAt: data.end }),
    })
    expect(await source.get()).toMatchObject({ userSig: 'x', issuedAt: START, expire: 600 })
  })
})

describe('one deadline around all that a get() does', () => {
  test.each([
    ['headers()', { headers: () => new Promise<never>(() => {}) }],
    ['the endpoint', { fetch: () => new Promise<never>(() => {}) }],
    [
      'the endpoint',
      { fetch: async () => ({ status: 200, headers: new Headers(), json: () => new Promise(() => {}) }) },
    ],
  ])('%s', async (name, hanging) => {
    const source = createUserSigSource({ ...LOGIN, fetch: createEndpoint().fetch, timeout: 5, ...hanging })
    const given = source.get().catch((error) => error)
    await advance(4)
    const aborted = new AbortController()
    const left = source.get({ signal: aborted.signal }).catch((error) => error.message)
    await settle()
    aborted.abort(new Error('page left'))
    expect(await left).toBe('page left')
    await advance(2)
    expect(await given).toMatchObject({ code: 'timeout', message: `${name} took more than 5 s` })
    expect(vi.getTimerCount()).toBe(0)
  })

  test('after failures, the last one is the error', async () => {
    const endpoint = createEndpoint()
    endpoint.next.push(
      () => Response.json({ code: 'overloaded' }, { status: 503, headers: { 'retry-after': '2' } }),
      () => new Promise(() => {}),
    )
    const given = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, timeout: 5 })
      .get()
      .catch((error) => error)
    await advance(6)
    expect(await given).toMatchObject({ code: 'overloaded', status: 503 })
    expect(endpoint.requests.length).toBe(2)
  })
})

test('a refresh does not join a request that was sent before it', async () => {
  const endpoint = createEndpoint()
  let answer!: () => void
  endpoint.next.push(() => new Promise((resolve) => (answer = () => resolve(undefined))))
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  const before = source.get()
  await settle()
  endpoint.userId = 'bob'
  expect((await source.refresh()).userId).toBe('bob')
  endpoint.userId = 'alice'
  answer()
  await before
  expect(source.current()?.userId).toBe('bob')
})

test('an answer for another user ends the tickets of the one before', async () => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch })
  await source.get()
  endpoint.userId = 'bob'
  await source.get({ room: { roomId: 1 } })
  expect(source.current()).toBeUndefined()
  expect((await source.get()).userId).toBe('bob')
})

test('50 000 rooms are not kept', async () => {
  const source = createUserSigSource({
    tickets: (room) => ({ ...TICKETS, privateMapKey: `${room?.roomId}`.padEnd(1000, 'x') }),
  })
  const visit = async (first: number) => {
    for (let roomId = first; roomId < first + 25_000; roomId++) await source.get({ room: { roomId } })
    setFlagsFromString('--expose-gc')
    runInNewContext('gc')()
    return process.memoryUsage().heapUsed
  }
  const half = await visit(1)
  expect((await visit(25_001)) - half).toBeLessThan(3e6)
})

test.each([
  ['given up', 'abort'],
  ['overtaken by another, and fails', 'overtake'],
])('a request that is %s does not move the renewal', async (_name, how) => {
  const endpoint = createEndpoint()
  const source = createUserSigSource({ ...LOGIN, fetch: endpoint.fetch, retries: 0 })
  await source.get()
  let answer!: (response: Response) => void
  endpoint.next.push(() => new Promise((resolve) => (answer = resolve)))
  const controller = new AbortController()
  const slow = source.refresh({ signal: controller.signal }).catch(() => {})
  await settle()
  if (how === 'abort') controller.abort()
  else {
    await source.refresh()
    answer(Response.json({}, { status: 503 }))
  }
  await slow
  const { length } = endpoint.requests
  await advance(600)
  await source.get()
  await settle()
  expect(endpoint.requests.length).toBe(length)
})
