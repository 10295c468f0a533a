import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { freePort, hasRedis, RedisServer } from '@usersig/contract/redis-server'
import { startLogin } from '@usersig/contract/samples'
import { Redis } from 'ioredis'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createClient } from './client.ts'
import { type DemoProcess, startDemo } from './demo-process.ts'

const SAMPLE = fileURLToPath(new URL('../../../packages/express-middleware/samples/rate-limit.js', import.meta.url))
const LIMIT = 12
const ADAPTERS = ['node', 'express', 'fastify', 'koa', 'nest', 'nest-fastify', 'edge', 'hono']
const OTHER_RUNTIMES = ['deno', 'bun']
const LOST = 'Redis does not answer, tickets are issued without a limit'

const env = { DEMO_TICKETS_PER_MINUTE: String(LIMIT), DEMO_SESSION_SECRET: 'one secret for all processes' }

async function logIn({ baseUrl }: DemoProcess, user = 'alice'): Promise<string> {
  const client = createClient(baseUrl)
  await client.login(user)
  return client.cookie()
}

/** Asks for tickets at all processes in turn, all at the same time, each from an address that the client has made up. */
function ask(processes: readonly DemoProcess[], cookie: string, count: number): Promise<Response[]> {
  const requests = Array.from({ length: count }, (_, index) => {
    const { baseUrl } = processes[index % processes.length] as DemoProcess
    const headers = { cookie, origin: baseUrl, 'x-forwarded-for': `203.0.113.${index}` }
    return fetch(`${baseUrl}/api/usersig`, { method: 'POST', headers })
  })
  return Promise.all(requests)
}

function tally(answers: readonly Response[]): Record<number, number> {
  const counts: Record<number, number> = {}
  for (const { status } of answers) counts[status] = (counts[status] ?? 0) + 1
  return counts
}

describe('without Redis', () => {
  it('every process counts on its own, per user', async () => {
    const processes = [await startDemo('node', env), await startDemo('node', env)]
    const cookie = await logIn(processes[0] as DemoProcess)
    expect(tally(await ask(processes, cookie, LIMIT * 4))).toEqual({ 200: LIMIT * 2, 429: LIMIT * 2 })
    for (const demo of processes) {
      expect(demo.output()).toContain(`A user gets ${LIMIT} tickets a minute, counted in this process alone`)
    }
    await Promise.all(processes.map((demo) => demo.kill()))
  })
})

it.skipIf(hasRedis || !process.env['CI'])('redis-server is there', () => {
  expect.fail('the limits of several processes could not be tested: install redis-server')
})

if (!hasRedis) console.log('The limits of several processes are not tested: there is no redis-server on this machine.')

describe.skipIf(!hasRedis)('with one Redis', () => {
  const redis = hasRedis ? new RedisServer() : (undefined as never)
  const byAdapter = new Map<string, readonly DemoProcess[]>()
  let all: readonly DemoProcess[]
  let keys: Redis

  beforeAll(async () => {
    await redis.start()
    keys = new Redis(redis.url).on('error', () => {})
    const shared = { ...env, REDIS_URL: redis.url }
    for (const adapter of [...ADAPTERS, ...OTHER_RUNTIMES]) {
      byAdapter.set(adapter, await Promise.all([startDemo(adapter, shared), startDemo(adapter, shared)]))
    }
    all = [...byAdapter.values()].flat()
  })
  beforeEach(() => keys.flushall())
  afterAll(async () => {
    keys?.disconnect()
    await Promise.all((all ?? [...byAdapter.values()].flat()).map((demo) => demo.kill()))
    await redis.remove()
  })

  const processesOf = (adapter: string) => byAdapter.get(adapter) as readonly [DemoProcess, DemoProcess]

  it.each([...ADAPTERS, ...OTHER_RUNTIMES])('two processes of %s issue as many tickets as one may', async (adapter) => {
    const processes = processesOf(adapter)
    expect(processes[0].output()).toContain(`A user gets ${LIMIT} tickets a minute, counted in Redis`)
    const cookie = await logIn(processes[0])

    const answers = await ask(processes, cookie, LIMIT * 3)
    expect(tally(answers)).toEqual({ 200: LIMIT, 429: LIMIT * 2 })

    // The same in each process, for another session of the user, and not for another user.
    for (const demo of processes) expect(tally(await ask([demo], await logIn(demo), 1))).toEqual({ 429: 1 })
    expect(tally(await ask(processes, await logIn(processes[0], 'bob'), 2))).toEqual({ 200: 2 })

    // The count ends with the minute, also that of requests which came at the same time.
    const names = await keys.keys('*')
    expect(names.sort()).toEqual(['usersig-demo:tickets:alice', 'usersig-demo:tickets:bob'])
    for (const name of names) expect(await keys.pttl(name)).toBeGreaterThan(0)
    await keys.del(names)
    expect(tally(await ask(processes, cookie, 2))).toEqual({ 200: 2 })
  })

  it.each([...ADAPTERS, ...OTHER_RUNTIMES])(
    '%s refuses as it refuses everything, and says when to come again',
    async (adapter) => {
      const processes = processesOf(adapter)
      const cookie = await logIn(processes[0])
      await ask(processes, cookie, LIMIT)
      const [refused] = await ask(processes, cookie, 1)
      expect(refused?.status).toBe(429)
      expect(refused?.headers.get('content-type')).toBe('application/problem+json')
      expect(refused?.headers.get('cache-control')).toBe('no-store')
      const seconds = Number(refused?.headers.get('retry-after'))
      expect(seconds).toBeGreaterThan(0)
      expect(seconds).toBeLessThanOrEqual(60)
      expect(await refused?.json()).toEqual({
        type: 'urn:usersig:problem:too_many_requests',
        title: expect.any(String),
        status: 429,
        detail: expect.any(String),
        code: 'too_many_requests',
      })
    },
  )

  it('who is not logged in uses up nothing', async () => {
    expect(tally(await ask(all, '', all.length * 2))).toEqual({ 401: all.length * 2 })
    expect(await keys.dbsize()).toBe(0)
  })

  it('processes of every adapter count together', async () => {
    const cookie = await logIn(all[0] as DemoProcess)
    expect(tally(await ask(all, cookie, all.length * 3))).toEqual({ 200: LIMIT, 429: all.length * 3 - LIMIT })
  })

  it('tickets are issued while Redis is down, and limited once it is back', async () => {
    const cookie = await logIn(all[0] as DemoProcess)
    const countLost = () => all.map((demo) => demo.output().split(LOST).length - 1)
    await redis.kill()
    expect(tally(await ask(all, cookie, all.length * 3))).toEqual({ 200: all.length * 3 })
    await vi.waitFor(() => expect(countLost()).toEqual(all.map(() => 1)), { timeout: 10_000 })

    await redis.start()
    for (const demo of all) {
      await vi.waitFor(
        async () => {
          await ask([demo], cookie, 1)
          expect(demo.output()).toContain('Redis answers again')
        },
        { timeout: 10_000 },
      )
    }
    await keys.flushall()
    expect(tally(await ask(all, cookie, all.length * 3))).toEqual({ 200: LIMIT, 429: all.length * 3 - LIMIT })
  })

  it('tickets are issued while Redis hangs', async () => {
    const cookie = await logIn(all[0] as DemoProcess)
    redis.signal('SIGSTOP')
    try {
      expect(tally(await ask(all, cookie, all.length * 2))).toEqual({ 200: all.length * 2 })
    } finally {
      redis.signal('SIGCONT')
    }
  })

  it('so do processes of the sample in the README of express-middleware', async () => {
    const samples: ChildProcess[] = []
    const login = await startLogin()
    const [alice, bob] = await Promise.all(['alice', 'bob'].map((user) => login.token(user)))
    const start = async () => {
      const port = String(await freePort())
      const own = { PORT: port, USERSIG_SDKAPPID: '1400000000', USERSIG_SECRETKEY: 'a key' }
      const sample = spawn(process.execPath, [SAMPLE], {
        env: { ...process.env, ...login.env, REDIS_URL: redis.url, ...own },
      })
      samples.push(sample)
      const url = `http://127.0.0.1:${port}`
      await vi.waitFor(() => fetch(url), { timeout: 20_000 })
      const ask = (token: string | undefined) => () =>
        fetch(`${url}/usersig`, { method: 'POST', headers: { authorization: `Bearer ${token}` } })
      // Until Redis is connected, requests pass and the sample says so.
      let lines = 0
      sample.stderr.on('data', () => lines++)
      await vi.waitFor(async () => {
        const before = lines
        await ask(bob)()
        await new Promise((resolve) => setTimeout(resolve, 50))
        expect(lines).toBe(before)
      })
      return ask(alice)
    }
    try {
      const [askOne, askOther] = [await start(), await start()]
      const requests = Array.from({ length: 50 }, (_, index) => (index % 2 ? askOne() : askOther()))
      expect(tally(await Promise.all(requests))).toEqual({ 200: 30, 429: 20 })
    } finally {
      await Promise.all(samples.map((sample) => sample.kill() && once(sample, 'exit')))
    }
  })

  it('a demo that finds no Redis does not start', async () => {
    await expect(startDemo('node', { ...env, REDIS_URL: 'redis://127.0.0.1:1' })).rejects.toThrow(
      'there is no Redis at REDIS_URL',
    )
  })
})
