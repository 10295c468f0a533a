import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { ENV, endAll, freePort, run, SAMPLES, serve } from './sample-process.ts'

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

  test('shows programs that strict TypeScript takes', () => {
    const folder = join(PACKAGE, '.reports', 'samples')
    mkdirSync(folder, { recursive: true })
    for (const name of readdirSync(SAMPLES)) {
      const code = readFileSync(new URL(name, SAMPLES), 'utf8')
      // The one thing that the README says to add.
      const typed = code.replaceAll('getIronSession(', 'getIronSession<{ userId?: string }>(')
      writeFileSync(join(folder, name.replace('js', 'ts')), typed)
    }
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
  test('http.js issues at one path', async () => {
    const { url } = await serve('http.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)
    expect((await post(`${url}/other`, bearer('token-of-alice'))).status).toBe(404)
    const { userSig } = await issued(await post(`${url}/usersig`, bearer('token-of-alice')))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('session.js issues to the user of the cookie', async () => {
    const { url } = await serve('session.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)
    const login = await fetch(`${url}/login`)
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await issued(await post(`${url}/usersig`, { cookie }))).userId).toBe('alice')
  })

  test('rooms.js gives host and guest their own rights', async () => {
    const { url } = await serve('rooms.js')
    const ask = (user: string, roomId: number) =>
      post(
        `${url}/usersig`,
        { ...bearer(`token-of-${user}`), 'content-type': 'application/json' },
        JSON.stringify({ roomId }),
      )
    expect((await issued(await ask('alice', 10000))).privileges).toContain('sendAudio')
    expect((await issued(await ask('bob', 10000))).privileges).not.toContain('sendAudio')
    expect((await ask('bob', 10001)).status).toBe(403)
    expect(await (await fetch(url)).text()).toBe('the rest of your app')
  })

  test('webhooks.js hears what Tencent tells, and nobody else', async () => {
    const { url, log } = await serve('webhooks.js')
    const body = JSON.stringify({ EventType: 103, CallbackTs: Date.now(), EventInfo: { UserId: 'alice' } })
    const sign = createHmac('sha256', 'my key').update(body).digest('base64')
    expect((await post(url, { sign: 'x' }, body)).status).toBe(403)
    expect(await (await post(url, { sign }, body)).json()).toEqual({ code: 0 })
    await vi.waitFor(() => expect(log()).toContain('alice'))
  })

  test('bulk.js writes a ticket for each user', () => {
    const folder = mkdtempSync(join(tmpdir(), 'usersig-bulk-sample-'))
    writeFileSync(join(folder, 'users.txt'), 'alice\nbob\n')
    const { status, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('bulk.js', SAMPLES))], {
      cwd: folder,
      env: ENV,
      encoding: 'utf8',
    })
    expect([status, stderr]).toEqual([0, expect.stringMatching(/^2 tickets, \d+ a second\n$/)])
    const lines = readFileSync(join(folder, 'tickets.csv'), 'utf8').trimEnd().split('\n')
    rmSync(folder, { recursive: true })
    for (const [i, userId] of ['alice', 'bob'].entries()) {
      expect(signer.verifyUserSig(lines[i]?.split(',')[1] ?? '', { userId }).expire).toBe(86_400)
    }
  })

  test('connect.js issues, and lets the user of the ticket in', async () => {
    const { url } = await serve('connect.js')
    const { userSig } = await issued(await post(`${url}/usersig`, bearer('token-of-bob')))
    expect((await fetch(`${url}/me`)).status).toBe(401)
    expect(await (await fetch(`${url}/me`, { headers: bearer(userSig) })).json()).toMatchObject({ userId: 'bob' })
  })

  test('compat.cjs prints three tickets', () => {
    const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL('compat.cjs', SAMPLES))], {
      env: ENV,
      encoding: 'utf8',
    })
    expect(stderr).toBe('')
    const [userSig, numbered, named] = stdout.trim().split('\n') as [string, string, string]
    expect(signer.verifyUserSig(userSig).expire).toBe(86400)
    expect(signer.verifyPrivateMapKey(numbered, { roomId: 10000 }).room.privilegeMap).toBe(255)
    expect(signer.verifyPrivateMapKey(named, { strRoomId: 'lobby' }).room.privilegeMap).toBe(42)
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

describe('metrics.js', () => {
  test('shows Prometheus how requests end', async () => {
    const port = await freePort()
    const { url } = await serve('metrics.js', { METRICS_PORT: String(port) })
    await issued(await post(`${url}/usersig`, bearer('token-of-alice')))
    await post(`${url}/usersig`)
    const text = await (await fetch(`http://127.0.0.1:${port}`)).text()
    expect(text).toMatch(/^usersig_request_duration_seconds_count\{status="200",code="ok"\} 1$/m)
    expect(text).toMatch(/^usersig_request_duration_seconds_count\{status="401",code="unauthenticated"\} 1$/m)
  })
})

describe('opentelemetry.js', () => {
  test('hands what is measured to the SDK', async () => {
    const sdk = new URL('opentelemetry-sdk.mjs', import.meta.url).href
    const { url, log } = await serve('opentelemetry.js', { NODE_OPTIONS: `--import ${sdk}` })
    await issued(await post(`${url}/usersig`, bearer('token-of-alice')))
    await vi.waitFor(() => expect(log()).toMatch(/'?kind'?: 'issue', '?status'?: 200, '?code'?: 'ok'/), {
      timeout: 5000,
    })
    expect(log()).toContain("name: 'usersig.request.duration'")
  })
})

async function issued(answer: Response): Promise<{ userId: string; userSig: string; privileges: string[] }> {
  expect(answer.status).toBe(200)
  return (await answer.json()) as { userId: string; userSig: string; privileges: string[] }
}

function post(url: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}
