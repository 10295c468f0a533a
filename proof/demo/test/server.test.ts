import { request } from 'node:http'
import type { Running } from 'demo/server/listen'
import { readSettings } from 'demo/server/settings'
import { start } from 'demo/server/start'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { followActivity } from './activity-stream.ts'
import { createClient } from './client.ts'
import { verifyAsGoDoes } from './plain-verifier.ts'

const sdkAppId = 1400000123
const secretKey = 'a key that only this test uses'
const env = { PORT: '0', HOST: '127.0.0.1', USERSIG_SDKAPPID: String(sdkAppId), USERSIG_SECRETKEY: secretKey }

let running: Running
let baseUrl: string

beforeAll(async () => {
  running = await start(readSettings(env))
  baseUrl = `http://127.0.0.1:${running.port}`
})
afterAll(() => running.close())

describe('the tickets', () => {
  it('are for the user who is logged in, and the official verifier takes them', async () => {
    const client = createClient(baseUrl)
    await client.login('alice')
    const response = await client.send('POST', '/api/usersig')
    expect(response.status).toBe(200)
    const { userSig, userId, expire } = await response.json()
    expect({ userId, expire }).toEqual({ userId: 'alice', expire: 3600 })
    verifyAsGoDoes(userSig, sdkAppId, secretKey, 'alice')
  })

  it.each([
    ['alice', { roomId: 1001 }, 8],
    ['bob', { roomId: 1001 }, 3],
    ['carol', { strRoomId: 'room-1' }, 3],
  ])('of %s for %j hold %i rights', async (user, room, rights) => {
    const client = createClient(baseUrl)
    await client.login(user)
    const { privateMapKey, privileges } = await (await client.send('POST', '/api/usersig', room)).json()
    expect(privileges).toHaveLength(rights)
    verifyAsGoDoes(privateMapKey, sdkAppId, secretKey, user)
  })

  it('are refused to strangers, and for the private room', async () => {
    const client = createClient(baseUrl)
    expect((await client.send('POST', '/api/usersig')).status).toBe(401)
    await client.login('alice')
    expect((await client.send('POST', '/api/usersig', { strRoomId: 'private' })).status).toBe(403)
    expect((await client.send('POST', '/api/usersig', { userId: 'bob' })).status).toBe(400)
  })
})

describe('the login', () => {
  it('sets a cookie that scripts cannot read and other sites cannot send', async () => {
    const response = await createClient(baseUrl).login('alice')
    const cookie = response.headers.get('set-cookie')
    expect(cookie).toMatch(/HttpOnly/)
    expect(cookie).toMatch(/SameSite=Lax/)
    expect(cookie).not.toContain(secretKey)
  })

  it.each([
    ['another user', (value: string) => value.replace('alice', 'bob')],
    ['a later end', (value: string) => value.replace(/\.(\d)/, '.9')],
    ['no signature', (value: string) => value.slice(0, value.lastIndexOf('.'))],
    ['nothing', () => 'usersig_demo='],
  ])('is lost with a cookie that has %s', async (_, change) => {
    const client = createClient(baseUrl)
    await client.login('alice')
    client.useCookie(change(client.cookie()))
    expect(await (await client.send('GET', '/api/me')).json()).toEqual({ userId: null })
    expect((await client.send('POST', '/api/usersig')).status).toBe(401)
  })

  it('knows the demo users alone, and ends', async () => {
    const client = createClient(baseUrl)
    expect((await client.login('mallory')).status).toBe(400)
    expect((await client.send('POST', '/api/login', {})).status).toBe(400)
    await client.login('bob')
    expect(await (await client.send('GET', '/api/me')).json()).toEqual({ userId: 'bob', expire: 3600 })
    await client.send('POST', '/api/logout')
    expect(await (await client.send('GET', '/api/me')).json()).toEqual({ userId: null })
  })

  it('chooses how long tickets last, from what is offered', async () => {
    const client = createClient(baseUrl)
    expect(await (await fetch(`${baseUrl}/api/config`)).json()).toMatchObject({ lifetimes: [3600, 30, 600] })
    expect((await client.send('POST', '/api/login', { user: 'bob', expire: 30 })).status).toBe(200)
    const { userSig, expire } = await (await client.send('POST', '/api/usersig')).json()
    expect(expire).toBe(30)
    verifyAsGoDoes(userSig, sdkAppId, secretKey, 'bob')
    expect((await client.send('POST', '/api/login', { user: 'bob', expire: 31 })).status).toBe(400)
    client.useCookie(client.cookie().replace(/\.30\./, '.600.'))
    expect((await client.send('POST', '/api/usersig')).status).toBe(401)
  })

  it('is refused to the forms of other sites', async () => {
    const response = await fetch(`${baseUrl}/api/login`, {
      method: 'POST',
      headers: { origin: 'https://evil.example', 'content-type': 'text/plain' },
      body: '{"user":"alice"}',
    })
    expect(response.status).toBe(403)
  })
})

describe('a page of another site, by a name of its own that leads here', () => {
  const send = (host: string) =>
    new Promise<number>((resolve, reject) => {
      const path = '/api/login'
      const headers = { host, 'content-type': 'application/json', origin: `http://${host}` }
      const sent = request({ host: '127.0.0.1', port: running.port, path, method: 'POST', headers }, (answer) => {
        answer.resume()
        resolve(answer.statusCode ?? 0)
      })
      sent.on('error', reject)
      sent.end('{"user":"alice"}')
    })

  it.each(['attacker.example', 'localhost.attacker.example', '127.0.0.1.attacker.example'])(
    'cannot log in: %s',
    async (host) => {
      expect(await send(`${host}:${running.port}`)).toBe(403)
    },
  )

  it.each(['localhost', 'demo.localhost', '127.0.0.1', '[::1]', '192.168.0.7'])('is not one of %s', async (host) => {
    expect(await send(`${host}:${running.port}`)).toBe(200)
  })
})

describe('what happens', () => {
  it('is not kept back by a proxy', async () => {
    const stream = await fetch(`${baseUrl}/api/activity`)
    expect(stream.headers.get('content-type')).toBe('text/event-stream')
    expect(stream.headers.get('x-accel-buffering')).toBe('no')
    expect(stream.headers.get('cache-control')).toContain('no-transform')
    expect(stream.headers.get('content-encoding')).toBeNull()
    await stream.body?.cancel()
  })

  it('is told to those who listen, from before and as it happens, without tickets', async () => {
    const client = createClient(baseUrl)
    await client.login('carol')
    const stream = await followActivity(baseUrl)
    await stream.next(({ kind, userId }) => kind === 'login' && userId === 'carol')
    const { userSig } = await (await client.send('POST', '/api/usersig', { strRoomId: 'lobby' })).json()
    const issued = await stream.next(({ room }) => room === '"lobby"')
    expect(issued).toMatchObject({ kind: 'issued', userId: 'carol', expire: 3600 })
    await client.send('POST', '/api/usersig', { strRoomId: 'private' })
    const refused = await stream.next(({ code, userId }) => code === 'room_refused' && userId === 'carol')
    expect(refused).toMatchObject({ kind: 'refused', status: 403 })
    await client.send('POST', '/api/logout')
    await stream.next(({ kind, userId }) => kind === 'logout' && userId === 'carol')
    for (const secret of [userSig, secretKey]) expect(stream.text()).not.toContain(secret)
    await stream.close()
  })
})

describe('the page', () => {
  it('is served with a strict policy, and tells who serves it', async () => {
    const response = await fetch(baseUrl)
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8')
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'")
    const config = await (await fetch(`${baseUrl}/api/config`)).json()
    expect(config).toMatchObject({ sdkAppId, sample: false, adapter: 'node' })
    expect(JSON.stringify(config)).not.toContain(secretKey)
  })

  it('is sent compressed to those who can read that, and whole to others', async () => {
    const get = (encoding: string) => fetch(baseUrl, { headers: { 'accept-encoding': encoding } })
    const [packed, whole] = await Promise.all([get('gzip'), get('identity')])
    expect(packed.headers.get('content-encoding')).toBe('gzip')
    expect(whole.headers.get('content-encoding')).toBeNull()
    expect(packed.headers.get('vary')).toContain('accept-encoding')
    expect(await packed.text()).toBe(await whole.text())
  })

  it('does not ask for HTTPS over plain HTTP', async () => {
    expect((await fetch(baseUrl)).headers.get('strict-transport-security')).toBeNull()
  })

  it('has nothing outside of its folder', async () => {
    for (const path of ['/missing', '/../package.json', '/%2e%2e/package.json', '/assets/../../server/main.ts']) {
      expect((await fetch(baseUrl + path)).status).toBe(404)
    }
  })
})

describe('the settings', () => {
  it.each([
    [{ PORT: 'x' }, /PORT/],
    [{ USERSIG_SDKAPPID: '1400000000' }, /USERSIG_SECRETKEY/],
    [{ USERSIG_SDKAPPID: 'x', USERSIG_SECRETKEY: 'k' }, /USERSIG_SDKAPPID/],
    [{ DEMO_EXPIRE: '0.5' }, /expire/],
    [{ DEMO_TICKETS_PER_MINUTE: '0' }, /DEMO_TICKETS_PER_MINUTE/],
    [{ DEMO_DRAIN_SECONDS: 'soon' }, /DEMO_DRAIN_SECONDS/],
    [{ REDIS_URL: 'localhost:6379' }, /redis:\/\//],
  ])('%j are refused', (wrong, message) => {
    expect(() => readSettings(wrong)).toThrow(message)
  })
})
