import { type ChildProcess, spawn } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { readdirSync, readFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import { afterEach, describe, expect, test } from 'vitest'
import { issued } from './apps.ts'

const SAMPLES = new URL('../samples/', import.meta.url)
const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })

let running: ChildProcess | undefined

afterEach(async () => {
  if (running?.kill()) await once(running, 'exit')
  running = undefined
})

describe('README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

  test.each(readdirSync(SAMPLES))('shows %s as it is run here', (name) => {
    expect(readme).toContain(`\`\`\`js\n${readFileSync(new URL(name, SAMPLES), 'utf8')}\`\`\`\n`)
  })

  test('shows no other program', () => {
    expect(readme.match(/^```js$/gm)).toHaveLength(readdirSync(SAMPLES).length)
  })
})

describe('samples', () => {
  test('session.js issues to who has logged in', async () => {
    const url = await run('session.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)

    const login = await post(`${url}/login`, { 'content-type': 'application/json' }, '{"userId":"alice"}')
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { userSig } = await issued(await post(`${url}/usersig`, { cookie }))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('passport.js issues to the user that passport found', async () => {
    const url = await run('passport.js')
    expect((await post(`${url}/usersig`, bearer('other'))).status).toBe(401)
    const { userSig } = await issued(await post(`${url}/usersig`, bearer('token-of-alice')))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('rooms.js gives host and guest their own rights, and logs the address behind the proxy', async () => {
    const url = await run('rooms.js')
    const ask = (user: string, roomId: number) =>
      post(
        `${url}/usersig`,
        { ...bearer(`token-of-${user}`), 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
        JSON.stringify({ roomId }),
      )
    const logged = once(running?.stdout ?? expect.fail(), 'data')
    expect((await issued(await ask('alice', 10000))).privileges).toContain('sendAudio')
    expect(String(await logged)).toContain('203.0.113.7')
    expect((await issued(await ask('bob', 10000))).privileges).not.toContain('sendAudio')
    expect((await ask('bob', 10001)).status).toBe(403)
  })

  test('browser.js answers the preflight, sets security headers and limits the rate', async () => {
    const url = await run('browser.js')
    const origin = 'https://app.example.com'
    const preflight = await fetch(`${url}/usersig`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin)

    const answers: Response[] = []
    for (let i = 0; i < 11; i++) answers.push(await post(`${url}/usersig`, { origin }))
    expect(answers.map(({ status }) => status)).toEqual([...Array(10).fill(401), 429])
    const first = answers.at(0)
    expect(first?.headers.get('access-control-allow-credentials')).toBe('true')
    expect(first?.headers.get('x-content-type-options')).toBe('nosniff')
    expect(first?.headers.get('cache-control')).toBe('no-store')
  })

  test('rate-limit.js refuses a user who asks too often, from whatever address, and no other', async () => {
    const url = await run('rate-limit.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)
    const logIn = async (userId: string) => {
      const login = await post(`${url}/login`, { 'content-type': 'application/json' }, JSON.stringify({ userId }))
      return login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    }
    const cookie = await logIn('alice')
    for (let i = 0; i < 30; i++) {
      await issued(await post(`${url}/usersig`, { cookie, 'x-forwarded-for': `203.0.113.${i}` }))
    }
    const refused = await post(`${url}/usersig`, { cookie })
    expect(refused.status).toBe(429)
    expect(refused.headers.get('content-type')).toContain('application/problem+json')
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ status: 429, code: 'rate_limited' })
    await issued(await post(`${url}/usersig`, { cookie: await logIn('bob') }))
  })

  test('guard.js lets the user of a ticket in', async () => {
    const url = await run('guard.js')
    expect((await fetch(`${url}/me`)).status).toBe(401)
    const answer = await fetch(`${url}/me`, { headers: bearer(signer.genUserSig('alice')) })
    expect(await answer.json()).toMatchObject({ userId: 'alice' })
  })

  test('callbacks.js hears what Tencent tells, and nobody else', async () => {
    const url = await run('callbacks.js')
    const body = '{"EventType":103,"EventInfo":{"UserId":"alice"}}'
    const sign = createHmac('sha256', 'my key').update(body).digest('base64')
    const heard = once(running?.stdout ?? expect.fail(), 'data')
    expect((await post(`${url}/callbacks/trtc`, { sign: 'x' }, body)).status).toBe(403)
    expect(await (await post(`${url}/callbacks/trtc`, { sign }, body)).json()).toEqual({ code: 0 })
    expect(String(await heard)).toBe('event 103 of alice\n')
    expect((await post(`${url}/callbacks/chat?Sign=x&RequestTime=1`, {}, '{}')).status).toBe(403)
  })

  test('errors.js answers in its own form', async () => {
    const url = await run('errors.js')
    const answer = await fetch(`${url}/chat`)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="usersig"')
    expect(await answer.json()).toEqual({ error: 'missing_user_sig' })
  })
})

/** Runs a sample in a process of its own, and gives its address once it listens. */
async function run(name: string): Promise<string> {
  const port = await freePort()
  running = spawn(process.execPath, [new URL(name, SAMPLES).pathname], {
    env: {
      ...process.env,
      PORT: String(port),
      SESSION_SECRET: 'a secret for the cookies',
      USERSIG_SDKAPPID: String(SDK_APP_ID),
      USERSIG_SECRETKEY: SECRET_KEY,
      TRTC_CALLBACK_KEY: 'my key',
      CHAT_CALLBACK_TOKEN: 'my token',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const url = `http://127.0.0.1:${port}`
  while (running.exitCode === null) {
    if (await fetch(url).catch(() => undefined)) return url
    await setTimeout(20)
  }
  throw new Error(`${name} ended with ${running.exitCode}`)
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  server.close()
  await once(server, 'close')
  return port
}

function post(url: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}
