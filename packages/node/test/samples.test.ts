import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import { afterEach, describe, expect, test } from 'vitest'

const SAMPLES = new URL('../samples/', import.meta.url)
const ENV = {
  ...process.env,
  USERSIG_SDKAPPID: String(SDK_APP_ID),
  USERSIG_SECRETKEY: SECRET_KEY,
  TRTC_CALLBACK_KEY: 'my key',
}
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
  test('http.js issues at one path', async () => {
    const url = await serve('http.js')
    expect((await post(`${url}/usersig`)).status).toBe(401)
    expect((await post(`${url}/other`, bearer('token-of-alice'))).status).toBe(404)
    const { userSig } = await issued(await post(`${url}/usersig`, bearer('token-of-alice')))
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  })

  test('rooms.js gives host and guest their own rights', async () => {
    const url = await serve('rooms.js')
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

  test('rate-limit.js refuses the thirty-first ticket of a minute, and to nobody else', async () => {
    const url = await serve('rate-limit.js')
    const ask = (user: string) => post(`${url}/usersig`, bearer(`token-of-${user}`))
    for (let i = 0; i < 30; i++) expect((await ask('alice')).status).toBe(200)
    const refused = await ask('alice')
    expect([refused.status, refused.headers.get('content-type')]).toEqual([429, 'application/problem+json'])
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
    expect(await refused.json()).toMatchObject({ status: 429, code: 'rate_limited' })
    expect((await ask('bob')).status).toBe(200)
    expect((await ask('mallory')).status).toBe(401)
  })

  test('callbacks.js hears what Tencent tells, and nobody else', async () => {
    const url = await serve('callbacks.js')
    const body = '{"EventType":103,"EventInfo":{"UserId":"alice"}}'
    const sign = createHmac('sha256', 'my key').update(body).digest('base64')
    expect((await post(url, { sign: 'x' }, body)).status).toBe(403)
    expect(await (await post(url, { sign }, body)).json()).toEqual({ code: 0 })
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
    const url = await serve('connect.js')
    const { userSig } = await issued(await post(`${url}/usersig`, bearer('token-of-bob')))
    expect((await fetch(`${url}/me`)).status).toBe(401)
    expect(await (await fetch(`${url}/me`, { headers: bearer(userSig) })).json()).toMatchObject({ userId: 'bob' })
  })

  test('signer.js prints both tickets', () => {
    const [userSig, privateMapKey] = print('signer.js') as [string, string]
    expect(signer.verifyUserSig(userSig).userId).toBe('alice')
    expect(signer.verifyPrivateMapKey(privateMapKey, { roomId: 10000 }).room.privilegeMap).toBe(42)
  })

  test('compat.cjs prints three tickets', () => {
    const [userSig, numbered, named] = print('compat.cjs') as [string, string, string]
    expect(signer.verifyUserSig(userSig).expire).toBe(86400)
    expect(signer.verifyPrivateMapKey(numbered, { roomId: 10000 }).room.privilegeMap).toBe(255)
    expect(signer.verifyPrivateMapKey(named, { strRoomId: 'lobby' }).room.privilegeMap).toBe(42)
  })
})

/** Runs a sample to its end, and gives its lines. */
function print(name: string): string[] {
  const { stdout, stderr } = spawnSync(process.execPath, [fileURLToPath(new URL(name, SAMPLES))], {
    env: ENV,
    encoding: 'utf8',
  })
  expect(stderr).toBe('')
  return stdout.trim().split('\n')
}

/** Runs a sample in a process of its own, and gives its address once it listens. */
async function serve(name: string): Promise<string> {
  const port = await freePort()
  running = spawn(process.execPath, [fileURLToPath(new URL(name, SAMPLES))], {
    env: { ...ENV, PORT: String(port) },
    stdio: ['ignore', 'ignore', 'inherit'],
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

async function issued(answer: Response): Promise<{ userSig: string; privileges: string[] }> {
  expect(answer.status).toBe(200)
  return (await answer.json()) as { userSig: string; privileges: string[] }
}

function post(url: string, headers: Record<string, string> = {}, body?: string): Promise<Response> {
  return fetch(url, { method: 'POST', headers, ...(body === undefined ? {} : { body }) })
}

function bearer(token: string): Record<string, string> {
  return { authorization: `Bearer ${token}` }
}
