import { createHmac } from 'node:crypto'
import { setTimeout } from 'node:timers/promises'
import { createUserSigner } from '@usersig/core'
import { describe, expect, test, vi } from 'vitest'
import { SDK_APP_ID, SECRET_KEY } from '../fixture.ts'
import { hasRedis, RedisServer } from '../redis-server.ts'
import type { Serve } from './process.ts'
import { bearer, issued, loggedIn, post } from './requests.ts'

const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })

export function testRooms(serve: Serve): void {
  test('rooms.js gives host and guest their own rights, and logs the address beyond the proxy', async () => {
    const { url, log } = await serve('rooms.js')
    const ask = async (user: string, roomId: number) =>
      post(
        `${url}/usersig`,
        { ...(await loggedIn(user)), 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
        JSON.stringify({ roomId }),
      )
    expect((await issued(await ask('alice', 10000))).privileges).toContain('sendAudio')
    await vi.waitFor(() => expect(log()).toContain('203.0.113.7'))
    expect((await issued(await ask('bob', 10000))).privileges).not.toContain('sendAudio')
    expect((await ask('bob', 10001)).status).toBe(403)
  })
}

/** @param more - What else the answer shows. */
export function testBrowser(serve: Serve, more: (answer: Response) => void = () => {}): void {
  test('browser.js answers the preflight', async () => {
    const { url } = await serve('browser.js')
    const origin = 'https://app.example.com'
    const preflight = await fetch(`${url}/usersig`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin)

    const answer = await post(`${url}/usersig`, { origin, ...(await loggedIn('alice')) })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
    expect(answer.headers.get('cache-control')).toBe('no-store')
    more(answer)
  })
}

export function testGuard(serve: Serve): void {
  test('guard.js lets the user of a ticket in', async () => {
    const { url } = await serve('guard.js')
    expect((await fetch(`${url}/me`)).status).toBe(401)
    const answer = await fetch(`${url}/me`, { headers: bearer(signer.genUserSig('alice')) })
    expect(await answer.json()).toMatchObject({ userId: 'alice' })
  })
}

/** @param logged - How the user of an event stands in the log. */
export function testWebhooks(serve: Serve, logged: string): void {
  test('webhooks.js hears what Tencent tells, and nobody else', async () => {
    const { url, log } = await serve('webhooks.js')
    const body = JSON.stringify({ EventType: 103, CallbackTs: Date.now(), EventInfo: { UserId: 'alice' } })
    const sign = createHmac('sha256', 'my key').update(body).digest('base64')
    expect((await post(`${url}/webhooks/trtc`, { sign: 'x' }, body)).status).toBe(403)
    expect(await (await post(`${url}/webhooks/trtc`, { sign }, body)).json()).toEqual({ code: 0 })
    await vi.waitFor(() => expect(log()).toContain(logged))
    expect((await post(`${url}/webhooks/chat?Sign=x&RequestTime=1`, {}, '{}')).status).toBe(403)
  })
}

export function describeRateLimit(serve: Serve): void {
  const ask = async (url: string, user: string) => post(`${url}/usersig`, await loggedIn(user))

  async function expectRefused(answer: Response): Promise<void> {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([429, 'application/problem+json'])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
  }

  describe('rate-limit.js', () => {
    test('refuses the thirty-first ticket of a minute, and to nobody else', async () => {
      const { url } = await serve('rate-limit.js')
      for (let i = 0; i < 30; i++) expect((await ask(url, 'alice')).status).toBe(200)
      await expectRefused(await ask(url, 'alice'))
      expect((await ask(url, 'bob')).status).toBe(200)
      expect((await post(`${url}/usersig`, bearer('token-of-mallory'))).status).toBe(401)
    })

    test.runIf(hasRedis)('counts for two processes in Redis, and issues on when Redis is gone', async () => {
      const redis = new RedisServer()
      try {
        await redis.start()
        const more = { REDIS_URL: redis.url }
        const [one, two] = [await serve('rate-limit.js', more), await serve('rate-limit.js', more)]
        // Connected, and counting.
        await setTimeout(300)
        for (let i = 0; i < 15; i++) {
          for (const { url } of [one, two]) expect((await ask(url, 'alice')).status).toBe(200)
        }
        await expectRefused(await ask(one.url, 'alice'))
        await expectRefused(await ask(two.url, 'alice'))

        await redis.kill()
        await vi.waitFor(() => expect(one.log()).toContain('Redis:'))
        expect((await ask(one.url, 'alice')).status).toBe(200)
        await vi.waitFor(() => expect(one.log()).toContain('usersig: limit failed, and the request passed'))
        expect((await ask(one.url, 'bob')).status).toBe(200)
      } finally {
        await redis.remove()
      }
    })
  })
}
