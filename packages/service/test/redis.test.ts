import { createClient } from '@redis/client'
import { hasRedis, RedisServer } from '@usersig/contract/redis-server'
import { createRevocations } from '@usersig/core/revocation'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { ServiceConfig } from '../src/index.ts'
import { type Login, startLogin } from './login.ts'
import { ask, configOf, SDK_APP_ID, start } from './start.ts'

let login: Login
let redis: RedisServer
beforeAll(async () => {
  login = await startLogin()
  redis = new RedisServer()
  if (hasRedis) await redis.start()
})
afterAll(async () => {
  await login.close()
  await redis.remove()
})

let tests = 0

/** Each test counts on its own. */
function withRedis(more: Partial<ServiceConfig>): ServiceConfig {
  tests++
  return configOf(login, { redis: { url: redis.url, prefix: `test${tests}:`, timeout: 0.3 }, ...more })
}

async function statuses(url: string, token: string, times: number): Promise<number[]> {
  const found: number[] = []
  for (let i = 0; i < times; i++) found.push((await ask(`${url}/usersig`, token)).status)
  return found
}

test('a user gets so many tickets, in the memory of the process', async () => {
  const { url } = await start(configOf(login, { limits: { tickets: 2, seconds: 60 } }))
  const token = await login.sign('alice')
  expect(await statuses(url, token, 2)).toEqual([200, 200])
  const { status, headers, body } = await ask(`${url}/usersig`, token)
  expect([status, body.code]).toEqual([429, 'too_many_requests'])
  expect(Number(headers.get('retry-after'))).toBeGreaterThan(50)
  expect(await statuses(url, await login.sign('bob'), 1)).toEqual([200])
})

describe.runIf(hasRedis)('Redis', () => {
  const limits = { tickets: 3, seconds: 60 }

  test('counts for two services together', async () => {
    const config = withRedis({ limits })
    const [a, b] = [await start(config), await start(config)]
    const token = await login.sign('alice')
    // Until they are connected, each counts by itself.
    for (const { url } of [a, b]) expect((await fetch(`${url}/ready`)).status).toBe(200)
    expect([...(await statuses(a.url, token, 2)), ...(await statuses(b.url, token, 2))]).toEqual([200, 200, 200, 429])
  })

  test.each<[policy: 'memory' | 'pass' | 'refuse', answers: number[], ready: number, status: string]>([
    ['memory', [200, 200, 200, 429], 200, 'degraded'],
    ['pass', [200, 200, 200, 200], 200, 'degraded'],
    ['refuse', [503, 503, 503, 503], 503, 'down'],
  ])('is gone: %s', async (policy, answers, readyStatus, status) => {
    const { url } = await start(withRedis({ limits: { ...limits, whenRedisIsDown: policy } }))
    const token = await login.sign('alice')
    expect((await fetch(`${url}/ready`)).status).toBe(200)
    await redis.kill()
    try {
      expect(await statuses(url, token, 4)).toEqual(answers)
      await new Promise((resolve) => setTimeout(resolve, 1100))
      const ready = await fetch(`${url}/ready`)
      expect([ready.status, ((await ready.json()) as { status: string }).status]).toEqual([readyStatus, status])
    } finally {
      await redis.start()
    }
    await expect
      .poll(async () => ((await (await fetch(`${url}/ready`)).json()) as { status: string }).status, { timeout: 8000 })
      .toBe('ready')
    expect(await statuses(url, token, 1)).toEqual([200])
  })

  test('hangs: no request waits for it', async () => {
    const { url } = await start(withRedis({ limits }))
    expect((await fetch(`${url}/ready`)).status).toBe(200)
    redis.signal('SIGSTOP')
    try {
      const token = await login.sign('alice')
      expect(await statuses(url, token, 4)).toEqual([200, 200, 200, 429])
    } finally {
      redis.signal('SIGCONT')
    }
  })

  test('is not there at start: the service starts, and says so', async () => {
    const { url, lines } = await start(configOf(login, { redis: { url: 'redis://127.0.0.1:9' }, limits }))
    expect(await statuses(url, await login.sign('alice'), 1)).toEqual([200])
    expect(lines().map((line) => line['msg'])).toContain('Redis cannot be reached')
  })
})

describe('who was kicked out', () => {
  const revocation = { token: { env: 'TEST_TOKEN' } }
  const kick = (url: string, body: object, token = 'token-of-these-tests') =>
    fetch(`${url}/kick`, { method: 'POST', headers: { authorization: `Bearer ${token}` }, body: JSON.stringify(body) })

  test('gets tickets from the next second on', async () => {
    const { url, managementUrl, lines } = await start(configOf(login, { revocation, management: { port: 0 } }))
    const token = await login.sign('alice')
    const before = Math.floor(Date.now() / 1000)
    expect(await (await kick(managementUrl, { app: 'main', userId: 'alice' })).json()).toEqual({
      app: 'main',
      userId: 'alice',
      kicked: true,
    })
    expect((await ask(`${url}/usersig`, token)).body.issuedAt).toBeGreaterThan(before)
    expect(lines().find((line) => line['event'] === 'kicked')).toMatchObject({
      log: 'audit',
      app: 'main',
      userId: 'alice',
    })
  })

  test('is decided by who has the token', async () => {
    const { url, managementUrl } = await start(configOf(login, { revocation, management: { port: 0 } }))
    expect((await kick(managementUrl, { app: 'main', userId: 'alice' }, 'another token')).status).toBe(401)
    expect((await kick(managementUrl, { app: 'other', userId: 'alice' })).status).toBe(404)
    expect((await kick(managementUrl, { app: 'main' })).status).toBe(400)
    expect((await kick(managementUrl, { app: 'main', userId: 'x'.repeat(40) })).status).toBe(400)
    expect((await kick(managementUrl, { app: 'main', userId: 'x'.repeat(9000) })).status).toBe(400)
    expect((await kick(url, { app: 'main', userId: 'alice' })).status).toBe(404)
  })

  test.runIf(hasRedis)('is known to the guards of the app, over Redis', async () => {
    const config = withRedis({ revocation, management: { port: 0 } })
    const { managementUrl, url } = await start(config)
    expect((await fetch(`${url}/ready`)).status).toBe(200)
    await kick(managementUrl, { app: 'main', userId: 'alice' })
    const client = await createClient({ url: redis.url }).connect()
    try {
      const { notIssuedBefore } = createRevocations({
        redis: client as never,
        prefix: `test${tests}:kicked:${SDK_APP_ID}:`,
      })
      expect(await notIssuedBefore('alice')).toBeGreaterThan(Date.now() / 1000 - 10)
      expect(await notIssuedBefore('bob')).toBe(undefined)
    } finally {
      client.destroy()
    }
  })
})
