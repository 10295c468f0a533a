import { spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { freePort } from '@usersig/contract/redis-server'
import {
  bearer,
  describeRateLimit,
  describeReadme,
  ENV,
  endAll,
  issued,
  loggedIn,
  post,
  serveFrom,
} from '@usersig/contract/samples'
import { createUserSigner } from '@usersig/core'
import { afterEach, describe, expect, test, vi } from 'vitest'

const SAMPLES = new URL('../samples/', import.meta.url)
const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
const serve = serveFrom(SAMPLES)

afterEach(endAll)

describeReadme(new URL('../README.md', import.meta.url), {
  // The one thing that the README says to add.
  change: (code) => code.replaceAll('getIronSession(', 'getIronSession<{ userId?: string }>('),
})

describe('samples', () => {
  test('http.js issues at one path', async () => {
    const { url } = await serve('http.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)
    expect((await post(`${url}/other`, await loggedIn('alice'))).status).toBe(404)
    const { userSig } = await issued(await post(`${url}/usersig`, await loggedIn('alice')))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('session.js issues to the user of the cookie', async () => {
    const { url } = await serve('session.js', {}, [
      'createServer(issue)',
      `createServer(async (req, res) => {
  if (req.url !== '/login') return issue(req, res)
  const session = await getIronSession(req, res, cookie)
  session.userId = 'alice'
  await session.save()
  res.end()
})`,
    ])
    expect((await post(`${url}/usersig`)).status).toBe(401)
    const login = await fetch(`${url}/login`)
    const cookie = login.headers.getSetCookie()[0]?.split(';')[0] ?? ''
    expect((await issued(await post(`${url}/usersig`, { cookie }))).userId).toBe('alice')
  })

  test('rooms.js gives host and guest their own rights', async () => {
    const { url } = await serve('rooms.js')
    const ask = async (user: string, roomId: number) =>
      post(
        `${url}/usersig`,
        { ...(await loggedIn(user)), 'content-type': 'application/json' },
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
    const { userSig } = await issued(await post(`${url}/usersig`, await loggedIn('bob')))
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

describeRateLimit(serve)

describe('metrics.js', () => {
  test('shows Prometheus how requests end', async () => {
    const port = await freePort()
    const { url } = await serve('metrics.js', { METRICS_PORT: String(port) })
    await issued(await post(`${url}/usersig`, await loggedIn('alice')))
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
    await issued(await post(`${url}/usersig`, await loggedIn('alice')))
    await vi.waitFor(() => expect(log()).toMatch(/'?kind'?: 'issue', '?status'?: 200, '?code'?: 'ok'/), {
      timeout: 5000,
    })
    expect(log()).toContain("name: 'usersig.request.duration'")
  })
})
