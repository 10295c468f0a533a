import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { request } from 'node:http'
import { connect } from 'node:net'
import { networkInterfaces } from 'node:os'
import { text } from 'node:stream/consumers'
import { getClaims, jwt } from '@usersig/auth'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BINARY, run } from './run.ts'

interface Running {
  readonly child: ChildProcess
  readonly port: number
  /** What it has printed, on either stream. */
  said(): string
}

const started: ChildProcess[] = []
afterAll(() => {
  for (const child of started) child.kill('SIGKILL')
})

async function start(...args: readonly string[]): Promise<Running> {
  const env = { PATH: process.env['PATH'] ?? '', COLUMNS: '20' }
  const child = spawn(process.execPath, [BINARY, 'demo-login', '--port', '0', ...args], { env })
  started.push(child)
  let said = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (said += chunk))
  const port = await new Promise<number>((resolve, reject) => {
    child.once('exit', () => reject(new Error(said)))
    child.stderr.on('data', () => resolve(Number(/LOGIN_ISSUER=http:\/\/localhost:(\d+)$/m.exec(said)?.[1])))
  })
  return { child, port, said: () => said }
}

let login: Running
beforeAll(async () => {
  login = await start()
})

/** As `fetch` does not let one choose: with any Host, and a path as it stands. */
function ask(
  path: string,
  { method = 'GET', headers = {} }: { method?: string; headers?: Record<string, string> } = {},
) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = request({ port: login.port, host: '127.0.0.1', path, method, headers }, async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) })
    })
    asked.on('error', reject)
    asked.end()
  })
}

const authenticateAt = ({ port }: Running, audience = 'my-api', onRefused = () => {}) =>
  jwt({ issuer: `http://localhost:${port}`, audience, onRefused })
const withToken = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })

describe('a token', () => {
  test('is a login for jwt() by discovery, for an hour', async () => {
    const { body } = await ask('/token/alice')
    const asked = withToken(body)
    expect(await authenticateAt(login)(asked)).toBe('alice')
    const { iat = 0, exp = 0, ...claims } = getClaims(asked)
    expect([exp - iat, claims]).toEqual([3600, { iss: `http://localhost:${login.port}`, aud: 'my-api', sub: 'alice' }])
  })

  test.each([
    ['/token/%E5%BC%A0%E4%B8%89', '张三'],
    ['/token/google-oauth2%7C1', 'google-oauth2|1'],
  ])('%s is of the user %s', async (path, sub) => {
    const asked = withToken((await ask(path)).body)
    await authenticateAt(login)(asked)
    expect(getClaims(asked).sub).toBe(sub)
  })

  test('is for one audience, and of one start', async () => {
    const other = await start('--audience', 'https://api.example.com')
    const response = await fetch(`http://localhost:${other.port}/token/alice`)
    const token = await response.text()
    expect(await authenticateAt(other, 'https://api.example.com')(withToken(token))).toBe('alice')
    await expect(authenticateAt(other)(withToken(token))).rejects.toMatchObject({ status: 401 })
    await expect(authenticateAt(login, 'https://api.example.com')(withToken(token))).rejects.toMatchObject({
      status: 401,
    })
  })

  test.each([
    '/token/',
    '/token',
    '/token/alice/bob',
    '/token/alice?sub=bob',
    '/token/%',
    '/token/%00',
    '/token/a%0Ab',
    `/token/${'x'.repeat(129)}`,
    `/token/${'x'.repeat(4000)}`,
    '/',
    '/jwks/',
    '//token/alice',
  ])('is not at %s', async (path) => {
    const { status, body } = await ask(path)
    expect([status, body]).toEqual([404, expect.not.stringContaining('eyJ')])
    expect(body).toContain('at most 128 characters')
  })

  test('where it refuses, and it says so', async () => {
    const running = await start()
    const origin = `http://localhost:${running.port}`
    for (const path of ['/token/alice/bob', '/token/alice/bob', `/token/${'x'.repeat(129)}`]) await fetch(origin + path)
    await fetch(`${origin}/token/alice`, { method: 'POST' })
    await fetch(`${origin}/token/alice`, { headers: { origin: 'https://evil.example' } })
    const refused = running
      .said()
      .split('\n')
      .filter((line) => /^4\d\d /.test(line))
    expect(refused.map((line) => line.slice(0, 30))).toEqual(
      [
        '404 GET /token/alice/bob: There',
        `404 GET /token/${'x'.repeat(15)}`,
        '405 POST /token/alice: Tokens ',
        '403 GET /token/alice: This is ',
      ].map((line) => line.slice(0, 30)),
    )
    for (const line of refused) expect(line.length).toBeLessThan(320)
  })
})

test('what it prints is ready to be copied, and holds no key and no token', async () => {
  const { body } = await ask('/token/alice')
  const origin = `http://localhost:${login.port}`
  const said = login.said()
  const lines = said.split('\n')
  expect(lines).toContain(`LOGIN_ISSUER=${origin}`)
  expect(lines).toContain('LOGIN_AUDIENCE=my-api')
  expect(lines).toContain(
    `curl -X POST http://localhost:3000/usersig -H "authorization: Bearer $(curl -fsS ${origin}/token/alice)"`,
  )
  expect(said).toContain('issued  alice')
  expect(said).not.toContain(body.split('.')[2])
  expect((await ask('/jwks')).body).not.toMatch(/"d":|PRIVATE/)
  expect(said).not.toMatch(/eyJ|"d":|PRIVATE/)
})

describe('who may ask', () => {
  const host = () => `localhost:${login.port}`

  test('programs and pages of this machine, which get no leave to read from elsewhere', async () => {
    for (const headers of [
      {},
      { host: '127.0.0.1:5173' },
      { host: `LOCALHOST:${login.port}` },
      { origin: 'http://localhost:5173', 'sec-fetch-site': 'same-site' },
    ]) {
      const { status, headers: answered } = await ask('/token/alice', { headers })
      expect(status).toBe(200)
      expect(Object.keys(answered).filter((name) => name.startsWith('access-control'))).toEqual([])
      expect(answered['cross-origin-resource-policy']).toBe('same-origin')
      expect(answered['cache-control']).toBe('no-store')
    }
  })

  test.each<[string, Record<string, string>]>([
    ['another name that leads here', { host: 'evil.example' }],
    ['a name that begins alike', { host: 'localhost.evil.example' }],
    ['an address that may be another machine', { host: '10.0.2.2:4100' }],
    ['a page of another site', { origin: 'https://evil.example' }],
    ['a page that hides its site', { origin: 'null' }],
    ['a picture of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('not %s', async (_, headers) => {
    for (const path of ['/token/alice', '/jwks', '/.well-known/openid-configuration']) {
      expect((await ask(path, { headers: { host: host(), ...headers } })).status).toBe(403)
    }
  })

  test('not who says two names', async () => {
    const socket = connect(login.port, '127.0.0.1')
    socket.write(`GET /token/alice HTTP/1.1\r\nHost: ${host()}\r\nHost: evil.example\r\nConnection: close\r\n\r\n`)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /)
  })

  const [own] = Object.values(networkInterfaces())
    .flatMap((each) => each ?? [])
    .filter(({ internal, family }) => !internal && family === 'IPv4')
  test.skipIf(own === undefined)('not who comes over the network', async () => {
    const socket = connect(login.port, own?.address)
    const [error] = await once(socket, 'error')
    expect(error.code).toBe('ECONNREFUSED')
  })

  test('only to read, and briefly', async () => {
    for (const method of ['POST', 'PUT', 'DELETE', 'OPTIONS']) {
      expect(await ask('/token/alice', { method })).toMatchObject({ status: 405, headers: { allow: 'GET, HEAD' } })
    }
    expect(await ask('/token/alice', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' })
    expect((await ask('/jwks', { headers: { 'x-long': 'x'.repeat(9000) } })).status).toBe(431)
  })
})

test.skipIf(process.platform === 'win32').each(['SIGINT', 'SIGTERM'] as const)('%s ends it', async (signal) => {
  const { child, port } = await start()
  // A connection that is kept open must not keep it running.
  await fetch(`http://localhost:${port}/jwks`)
  const ended = once(child, 'exit')
  child.kill(signal)
  expect(await ended).toEqual([0, null])
})

test.each<[string[], Record<string, string>, string]>([
  [[], { NODE_ENV: 'production' }, 'does not run with NODE_ENV=production'],
  [['--audience', ''], {}, '--audience takes a name'],
  [['--audience', 'two words'], {}, '--audience takes a name'],
  [['--port', '65536'], {}, 'no port 65536'],
  [['--port', 'x'], {}, 'digits'],
])('%j with %j does not start', async (args, env, message) => {
  const { code, stdout, stderr } = await run(['demo-login', ...args], { env })
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(message)])
  expect(stderr).not.toContain('    at ')
})

test('a port that is taken', async () => {
  const { code, stderr } = await run(['demo-login', '--port', String(login.port)])
  expect([code, stderr]).toEqual([2, expect.stringContaining('Choose another with --port')])
  expect(stderr).toContain('perhaps a second demo-login')
  expect(stderr).toContain('LOGIN_ISSUER')
})
