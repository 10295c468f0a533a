import { createUserSigner } from '@usersig/core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Login, startLogin } from './login.ts'
import { ask, configOf, OTHER_KEY, SDK_APP_ID, SECRET_KEY, signer, start } from './start.ts'

let login: Login
beforeAll(async () => {
  login = await startLogin()
})
afterAll(() => login.close())

describe('one application', () => {
  test('a token of the provider becomes a ticket', async () => {
    const { url, lines } = await start(configOf(login))
    const { status, headers, body } = await ask(`${url}/usersig`, await login.fetchToken('alice'))
    expect(status).toBe(200)
    expect(body).toMatchObject({ sdkAppId: SDK_APP_ID, userId: 'alice', expire: 604800 })
    expect(signer.verifyUserSig(body.userSig)).toMatchObject({ userId: 'alice' })
    expect(lines().filter((line) => line['log'] === 'audit')).toEqual([
      {
        level: 'info',
        time: expect.stringMatching(/^\d{4}-\d\d-\d\dT.*Z$/),
        log: 'audit',
        event: 'issued',
        app: 'main',
        sdkAppId: SDK_APP_ID,
        userId: 'alice',
        subject: 'alice',
        expiresAt: body.expiresAt,
        status: 200,
        code: 'ok',
        requestId: headers.get('x-request-id'),
      },
    ])
  })

  test('refuses what is no login, and neither line nor answer holds a secret', async () => {
    const { url, lines, output } = await start(configOf(login))
    const token = await login.fetchToken('alice')
    const forged = `${token.slice(0, -8)}AAAAAAAA`
    const answers = [
      await ask(`${url}/usersig`),
      await ask(`${url}/usersig`, forged),
      await ask(`${url}/usersig`, await login.sign('administrator')),
      await ask(`${url}/usersig`, token, { roomId: 7 }),
      await ask(`${url}/elsewhere`, token),
    ]
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
      [401, 'unauthenticated'],
      [401, 'unauthenticated'],
      [403, 'user_refused'],
      [403, 'room_refused'],
      [404, 'not_found'],
    ])
    const good = await ask(`${url}/usersig`, token)
    expect(lines().filter((line) => line['event'] === 'refused')).toMatchObject([
      { status: 401, code: 'unauthenticated', app: 'main' },
      { status: 401, code: 'unauthenticated', app: 'main' },
      { status: 403, code: 'user_refused', userId: 'administrator' },
      { status: 403, code: 'room_refused', userId: 'alice', roomId: 7 },
    ])
    for (const secret of [SECRET_KEY, token, forged, good.body.userSig]) expect(output()).not.toContain(secret)
    // Why, for the operator alone, who finds the rest of the request by its ID.
    const requestId = answers[1]?.headers.get('x-request-id')
    expect(lines().filter((line) => line['requestId'] === requestId)).toMatchObject([
      { msg: 'a token was refused', reason: expect.stringMatching(/signature/) },
      { log: 'audit', event: 'refused', status: 401 },
    ])
    expect(requestId).toBeTruthy()
  })

  test('takes the ID of a request from a proxy, and makes its own of what is none', async () => {
    const { url } = await start(configOf(login))
    const token = await login.sign('alice')
    const id = async (given: string) =>
      (await ask(`${url}/usersig`, token, undefined, { 'x-request-id': given })).headers.get('x-request-id')
    expect(await id('abc-1')).toBe('abc-1')
    expect(await id('a b"}')).toMatch(/^[0-9a-f-]{36}$/)
  })
})

describe('several applications', () => {
  const second = createUserSigner({ sdkAppId: SDK_APP_ID + 1, secretKey: OTHER_KEY })
  const key = { env: 'TEST_KEY' }
  const other = { sdkAppId: String(SDK_APP_ID + 1), key: { env: 'TEST_OTHER_KEY' } }

  test('by path', async () => {
    const { url } = await start(
      configOf(login, {
        apps: { a: { sdkAppId: SDK_APP_ID, key, path: '/a/usersig' }, b: { ...other, path: '/b', expire: 3600 } },
      }),
    )
    const token = await login.sign('alice')
    expect(signer.verifyUserSig((await ask(`${url}/a/usersig`, token)).body.userSig).userId).toBe('alice')
    expect(second.verifyUserSig((await ask(`${url}/b`, token)).body.userSig).expire).toBe(3600)
    expect((await ask(`${url}/usersig`, token)).status).toBe(404)
  })

  test('by host', async () => {
    const { url } = await start(
      configOf(login, { apps: { a: { sdkAppId: SDK_APP_ID, key }, b: { ...other, host: 'b.localhost' } } }),
    )
    const token = await login.sign('alice')
    const { port } = new URL(url)
    expect((await ask(`${url}/usersig`, token)).body.sdkAppId).toBe(SDK_APP_ID)
    const { request } = await import('node:http')
    const body = await new Promise<string>((resolve, reject) => {
      const headers = { host: `B.localhost:${port}`, authorization: `Bearer ${token}` }
      request({ port, host: '127.0.0.1', path: '/usersig', method: 'POST', headers }, (response) => {
        let text = ''
        response.on('data', (chunk) => (text += chunk)).on('end', () => resolve(text))
      })
        .on('error', reject)
        .end()
    })
    expect(JSON.parse(body).sdkAppId).toBe(SDK_APP_ID + 1)
  })

  test('by claim', async () => {
    const { url, lines } = await start(
      configOf(login, {
        apps: {
          a: { sdkAppId: SDK_APP_ID, key, claim: { name: 'tenant', is: 'a' } },
          b: { ...other, claim: { name: 'tenant', is: 'b' } },
        },
      }),
    )
    const of = async (tenant: unknown) => ask(`${url}/usersig`, await login.sign('alice', { tenant }))
    expect((await of('a')).body.sdkAppId).toBe(SDK_APP_ID)
    expect((await of('b')).body.sdkAppId).toBe(SDK_APP_ID + 1)
    for (const tenant of ['c', undefined, ['a'], { a: 1 }]) expect((await of(tenant)).status).toBe(403)
    expect(
      lines()
        .filter((line) => line['event'] === 'issued')
        .map((line) => line['app']),
    ).toEqual(['a', 'b'])
  })
})

describe('pages of other origins', () => {
  test('may ask where the configuration says so, and nowhere else', async () => {
    const { url } = await start(configOf(login, { cors: { origins: ['https://app.example.com'] } }))
    const preflight = (origin: string) =>
      fetch(`${url}/usersig`, {
        method: 'OPTIONS',
        headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization' },
      })
    const allowed = await preflight('https://app.example.com')
    expect(allowed.status).toBe(204)
    expect(allowed.headers.get('access-control-allow-origin')).toBe('https://app.example.com')
    expect(allowed.headers.get('access-control-max-age')).toBe('600')
    expect((await preflight('https://evil.example.com')).headers.get('access-control-allow-origin')).toBe(null)
    const answer = await ask(`${url}/usersig`, await login.sign('alice'), undefined, {
      origin: 'https://app.example.com',
    })
    expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.example.com')
    expect(answer.headers.get('vary')).toMatch(/origin/i)
    const closed = await start(configOf(login))
    const refused = await fetch(`${closed.url}/usersig`, {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example.com' },
    })
    expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([405, null])
  })
})

describe('probes', () => {
  test('say that it lives, and what it needs', async () => {
    const { url, managementUrl } = await start(configOf(login, { management: { port: 0 } }))
    for (const at of [url, managementUrl]) {
      expect(await (await fetch(`${at}/health`)).json()).toEqual({ status: 'ok' })
      const ready = await fetch(`${at}/ready`)
      expect([ready.status, await ready.json()]).toEqual([
        200,
        {
          status: 'ready',
          checks: [
            { kind: 'key', name: 'main', status: 'ok' },
            { kind: 'login', name: 'main', status: 'ok' },
          ],
        },
      ])
    }
    expect((await fetch(`${url}/metrics`)).status).toBe(404)
  })
})
