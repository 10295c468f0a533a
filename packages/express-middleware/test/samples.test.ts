import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { issued } from './apps.ts'
import { endAll, freePort, run, SAMPLES, serve } from './sample-process.ts'

const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
const PACKAGE = fileURLToPath(new URL('..', import.meta.url))

afterEach(endAll)

describe('README', () => {
  const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

  test.each(readdirSync(SAMPLES))('shows %s as it is run here', (name) => {
    expect(readme).toContain(`\`\`\`js\n${readFileSync(new URL(name, SAMPLES), 'utf8')}\`\`\`\n`)
  })

  test('shows no other program', () => {
    expect(readme.match(/^```js$/gm)).toHaveLength(readdirSync(SAMPLES).length)
  })

  test('shows programs that strict TypeScript takes, with the declarations that it shows', () => {
    const folder = join(PACKAGE, '.reports', 'samples')
    mkdirSync(folder, { recursive: true })
    for (const name of readdirSync(SAMPLES)) {
      const code = readFileSync(new URL(name, SAMPLES), 'utf8')
      // The one thing that the README says to add.
      const typed = code.replace('answerError =', 'answerError: express.ErrorRequestHandler =')
      writeFileSync(join(folder, name.replace('js', 'ts')), typed)
    }
    const declarations = [...readme.matchAll(/^```ts\n([\s\S]+?)^```$/gm)].map(([, code]) => code)
    expect(declarations).toHaveLength(2)
    writeFileSync(join(folder, 'declarations.ts'), `import 'express-session'\n${declarations.join('')}`)
    const options = {
      strict: true,
      noEmit: true,
      module: 'nodenext',
      target: 'es2023',
      types: ['node'],
      skipLibCheck: true,
    }
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: options, include: ['*'] }))
    const { status, stdout } = spawnSync('tsc', ['-p', folder], { cwd: PACKAGE, encoding: 'utf8' })
    expect([status, stdout]).toEqual([0, ''])
  })
})

describe('samples', () => {
  test('quick-start.js issues to the user of the token', async () => {
    const { url } = await serve('quick-start.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)
    const { userSig } = await issued(await post(`${url}/usersig`, { authorization: 'Bearer token-of-alice' }))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('session.js issues to who has logged in', async () => {
    const { url } = await serve('session.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)

    const login = await post(`${url}/login`, { 'content-type': 'application/json' }, '{"userId":"alice"}')
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    const { userSig } = await issued(await post(`${url}/usersig`, { cookie }))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('passport.js issues to the user that passport found', async () => {
    const { url } = await serve('passport.js')
    expect((await post(`${url}/usersig`, bearer('other'))).status).toBe(401)
    const { userSig } = await issued(await post(`${url}/usersig`, bearer('token-of-alice')))
    expect(signer.verifyUserSig(userSig).userId).toBe('0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d')
  })

  test('rooms.js gives host and guest their own rights, and logs the address beyond the proxy', async () => {
    const { url, log } = await serve('rooms.js')
    const ask = (user: string, roomId: number) =>
      post(
        `${url}/usersig`,
        { ...bearer(`token-of-${user}`), 'content-type': 'application/json', 'x-forwarded-for': '203.0.113.7' },
        JSON.stringify({ roomId }),
      )
    expect((await issued(await ask('alice', 10000))).privileges).toContain('sendAudio')
    await vi.waitFor(() => expect(log()).toContain('203.0.113.7'))
    expect((await issued(await ask('bob', 10000))).privileges).not.toContain('sendAudio')
    expect((await ask('bob', 10001)).status).toBe(403)
  })

  test('browser.js answers the preflight and sets security headers', async () => {
    const { url } = await serve('browser.js')
    const origin = 'https://app.example.com'
    const preflight = await fetch(`${url}/usersig`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST' },
    })
    expect(preflight.status).toBe(204)
    expect(preflight.headers.get('access-control-allow-origin')).toBe(origin)

    const answer = await post(`${url}/usersig`, { origin, ...bearer('token-of-alice') })
    expect(answer.status).toBe(200)
    expect(answer.headers.get('access-control-allow-credentials')).toBe('true')
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

  test('guard.js lets the user of a ticket in', async () => {
    const { url } = await serve('guard.js')
    expect((await fetch(`${url}/me`)).status).toBe(401)
    const answer = await fetch(`${url}/me`, { headers: bearer(signer.genUserSig('alice')) })
    expect(await answer.json()).toMatchObject({ userId: 'alice' })
  })

  test('webhooks.js hears what Tencent tells, and nobody else', async () => {
    const { url, log } = await serve('webhooks.js')
    const body = JSON.stringify({ EventType: 103, CallbackTs: Date.now(), EventInfo: { UserId: 'alice' } })
    const sign = createHmac('sha256', 'my key').update(body).digest('base64')
    expect((await post(`${url}/webhooks/trtc`, { sign: 'x' }, body)).status).toBe(403)
    expect(await (await post(`${url}/webhooks/trtc`, { sign }, body)).json()).toEqual({ code: 0 })
    await vi.waitFor(() => expect(log()).toContain("UserId: 'alice'"))
    expect((await post(`${url}/webhooks/chat?Sign=x&RequestTime=1`, {}, '{}')).status).toBe(403)
  })

  test('errors.js answers in its own form', async () => {
    const { url } = await serve('errors.js')
    const answer = await fetch(`${url}/chat`)
    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="usersig"')
    expect(await answer.json()).toEqual({ error: 'missing_user_sig' })
  })
})

describe('rate-limit.js', () => {
  const ask = (url: string, user: string) => post(`${url}/usersig`, bearer(`token-of-${user}`))

  async function expectRefused(answer: Response): Promise<void> {
    expect([answer.status, answer.headers.get('content-type')]).toEqual([429, 'application/problem+json'])
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await answer.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
  }

  test('refuses the thirty-first ticket of a minute, and to nobody else', async () => {
    const { url } = await serve('rate-limit.js')
    for (let i = 0; i < 30; i++) expect((await ask(url, 'alice')).status).toBe(200)
    await expectRefused(await ask(url, 'alice'))
    expect((await ask(url, 'bob')).status).toBe(200)
    expect((await ask(url, 'mallory')).status).toBe(401)
  })

  test.skipIf(spawnSync('redis-server', ['--version']).error)(
    'counts for two processes in Redis, and issues on when Redis is gone',
    async () => {
      const port = await freePort()
      const redis = await run('redis-server', ['--port', String(port), '--save', '', '--appendonly', 'no'])
      const more = { REDIS_URL: `redis://127.0.0.1:${port}` }
      const [one, two] = [await serve('rate-limit.js', more), await serve('rate-limit.js', more)]
      // Connected, and counting.
      await setTimeout(300)
      for (let i = 0; i < 15; i++) {
        for (const { url } of [one, two]) expect((await ask(url, 'alice')).status).toBe(200)
      }
      await expectRefused(await ask(one.url, 'alice'))
      await expectRefused(await ask(two.url, 'alice'))

      redis.kill('SIGKILL')
      await vi.waitFor(() => expect(one.log()).toContain('Redis:'))
      expect((await ask(one.url, 'alice')).status).toBe(200)
      await vi.waitFor(() => expect(one.log()).toContain('usersig: limit failed, and the request passed'))
      expect((await ask(one.url, 'bob')).status).toBe(200)
    },
  )
})

function post(url: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}
