import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { createUserSigner } from '@usersig/core'
import { createUserSigEndpoint, createUserSigGuard } from '@usersig/core/endpoint'
import { createRevocations, type RedisClient } from '@usersig/core/revocation'
import { Redis } from 'ioredis'
import { createClient } from 'redis'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { hasRedis, RedisServer } from '../src/redis-server.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const signer = createUserSigner(credentials)
const SERVER = fileURLToPath(new URL('./revocation-server.ts', import.meta.url))

describe('createRevocations in memory', () => {
  const NOON = 1_800_000_000
  const clock = { now: NOON }
  const { kick, notIssuedBefore } = createRevocations({ now: () => clock.now, lifetime: 3600 })

  test('withdraws what was issued until now, and forgets when such tickets have ended', async () => {
    expect(notIssuedBefore('alice')).toBe(undefined)
    await kick('alice')
    expect([notIssuedBefore('alice'), notIssuedBefore('bob')]).toEqual([NOON, undefined])
    clock.now += 3600
    expect(notIssuedBefore('alice')).toBe(undefined)
  })

  test('is the option of endpoint and guard: a ticket of the second of the kick does not pass, the next one does', async () => {
    const revocations = createRevocations()
    const guard = createUserSigGuard({ credentials, notIssuedBefore: revocations.notIssuedBefore, onError: () => {} })
    const endpoint = createUserSigEndpoint({
      credentials,
      notIssuedBefore: revocations.notIssuedBefore,
      authenticate: () => 'alice',
    })
    const request = { request: undefined, context: undefined, method: 'POST', readBody: async () => new Uint8Array() }
    const codeOf = async (userSig: string) => {
      const { response } = await guard({ ...request, header: () => `Bearer ${userSig}` })
      return response ? JSON.parse(response.body).code : 'passed'
    }
    const before = signer.genUserSig('alice')
    expect(await codeOf(before)).toBe('passed')
    await revocations.kick('alice')
    const { body } = await endpoint({ ...request, header: () => undefined })
    expect(await codeOf(before)).toBe('revoked')
    expect(await codeOf(JSON.parse(body).userSig)).toBe('passed')
  })

  test('is not asked to kick out what is not a user', async () => {
    await expect(kick('')).rejects.toMatchObject({ code: 'invalid_user_id' })
    await expect(kick('x'.repeat(1e6))).rejects.toMatchObject({ code: 'invalid_user_id' })
  })

  test.each<[string, object, RegExp]>([
    ['no client', { redis: {} }, /redis is .*, but must be a client of ioredis or node-redis/],
    ['null', { redis: null }, /redis is null/],
    ['an empty prefix', { prefix: '' }, /prefix is empty/],
    ['milliseconds', { lifetime: 604_800_000_000 }, /lifetime is/],
    ['NaN', { timeout: Number.NaN }, /timeout is NaN/],
    ['another word', { whenDown: 'ignore' }, /whenDown is "ignore", but must be one of "refuse", "pass"/],
    ['another name', { whendown: 'pass' }, /did you mean "whenDown"\?/],
  ])('refuses %s', (_, options, message) => {
    expect(() => createRevocations(options as never)).toThrow(TypeError)
    expect(() => createRevocations(options as never)).toThrow(message)
  })
})

describe.skipIf(!hasRedis)('createRevocations over Redis', () => {
  const server = new RedisServer()
  beforeAll(() => server.start())
  afterAll(() => server.remove())

  test.each<[string, () => Promise<{ client: RedisClient; close: () => unknown }>]>([
    [
      'ioredis',
      async () => {
        const client = new Redis(server.url)
        return { client, close: () => client.disconnect() }
      },
    ],
    [
      'node-redis',
      async () => {
        const client = await createClient({ url: server.url }).connect()
        return { client, close: () => client.destroy() }
      },
    ],
  ])('works with %s', async (name, connect) => {
    const { client, close } = await connect()
    const { kick, notIssuedBefore } = createRevocations({ redis: client, now: () => 1_800_000_000, prefix: `${name}:` })
    expect(await notIssuedBefore('alice')).toBe(undefined)
    await kick('alice')
    expect(await notIssuedBefore('alice')).toBe(1_800_000_000)
    expect(await client.get(`${name}:alice`)).toBe('1800000000')
    close()
  })

  test('does not take what another program has written for a time', async () => {
    const client = new Redis(server.url)
    await client.set('usersig:kicked:carol', 'yes')
    await expect(createRevocations({ redis: client }).notIssuedBefore('carol')).rejects.toMatchObject({
      code: 'unavailable',
    })
    client.disconnect()
  })
})

describe.skipIf(!hasRedis)('two servers with one Redis', () => {
  const redis = new RedisServer()
  const children: ChildProcess[] = []
  const urls: Record<'one' | 'two' | 'lenient', string> = { one: '', two: '', lenient: '' }

  async function start(whenDown: string): Promise<string> {
    const child = fork(SERVER, [redis.url, whenDown])
    children.push(child)
    const [port] = await once(child, 'message')
    return `http://127.0.0.1:${port}`
  }
  beforeAll(async () => {
    await redis.start()
    Object.assign(urls, { one: await start('refuse'), two: await start('refuse'), lenient: await start('pass') })
  })
  afterAll(async () => {
    for (const child of children) child.kill()
    await redis.remove()
  })

  const post = (server: keyof typeof urls, path: string, user: string) =>
    fetch(urls[server] + path, { method: 'POST', headers: { 'x-user': user } })
  const visit = async (server: keyof typeof urls, userSig: string) =>
    (await fetch(`${urls[server]}/me`, { headers: { authorization: `Bearer ${userSig}` } })).status
  const ticketFor = async (server: keyof typeof urls, user: string) =>
    ((await (await post(server, '/usersig', user)).json()) as { userSig: string }).userSig

  test('a kick at the one holds at the other at once, and the next ticket counts at both', async () => {
    const before = await ticketFor('one', 'alice')
    expect([await visit('one', before), await visit('two', before)]).toEqual([200, 200])
    expect((await post('one', '/kick', 'alice')).status).toBe(200)
    expect([await visit('one', before), await visit('two', before)]).toEqual([401, 401])
    const after = await ticketFor('two', 'alice')
    expect([await visit('one', after), await visit('two', after)]).toEqual([200, 200])
  })

  test('while Redis hangs or is gone, 503 or a pass as the app chose; both are back with it', async () => {
    const ticket = signer.genUserSig('bob', { now: Math.floor(Date.now() / 1000) - 60 })
    for (const [stop, start] of [
      [() => redis.signal('SIGSTOP'), () => redis.signal('SIGCONT')],
      [() => redis.kill(), () => redis.start()],
    ] as const) {
      await stop()
      expect([await visit('one', ticket), await visit('lenient', ticket)]).toEqual([503, 200])
      expect([(await post('one', '/usersig', 'bob')).status, (await post('one', '/kick', 'carol')).status]).toEqual([
        503, 503,
      ])
      await start()
      await vi.waitFor(async () => expect(await visit('one', ticket)).toBe(200), { timeout: 10_000, interval: 100 })
    }
  })
})
