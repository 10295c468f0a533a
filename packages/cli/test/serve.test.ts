import { type ChildProcess, spawn } from 'node:child_process'
import { request } from 'node:http'
import { connect } from 'node:net'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BINARY, ENV, run, signer } from './run.ts'

let server: ChildProcess
let port: number
let log = ''
beforeAll(async () => {
  const args = [BINARY, 'serve', '--port', '0', '--users', 'alice,bob', '--expire', '30']
  server = spawn(process.execPath, args, { env: { ...process.env, ...ENV } })
  server.stderr?.on('data', (chunk) => {
    log += chunk
  })
  port = await new Promise((resolve, reject) => {
    server.once('exit', () => reject(new Error(log)))
    server.stdout?.on('data', (chunk) => {
      const [, found] = /localhost:(\d+)/.exec(String(chunk)) ?? []
      if (found) resolve(Number(found))
    })
  })
})
afterAll(() => void server.kill())

/** As `fetch` does not let one choose: with any Host. */
function ask(headers: Record<string, string>, { method = 'POST', body = '' } = {}) {
  return new Promise<{ status: number; headers: Record<string, unknown>; body: string }>((resolve, reject) => {
    const asked = request({ port, host: '127.0.0.1', path: '/usersig', method, headers }, async (response) => {
      resolve({ status: response.statusCode ?? 0, headers: response.headers, body: await text(response) })
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

const alice = { authorization: 'Bearer alice' }
const json = { 'content-type': 'application/json' }

test('a demo user gets tickets, also for rooms', async () => {
  const { status, body } = await ask({ ...alice, ...json }, { body: '{"roomId":7}' })
  expect(status).toBe(200)
  const { userSig, privateMapKey } = JSON.parse(body)
  expect(signer.verifyUserSig(userSig)).toMatchObject({ userId: 'alice', expire: 30 })
  expect(signer.verifyPrivateMapKey(privateMapKey, { roomId: 7 }).room.privilegeMap).toBe(255)
  expect(log).toContain('issued  alice')
  expect(log).not.toContain(userSig)
})

test('anybody else gets none', async () => {
  expect((await ask({})).status).toBe(401)
  expect((await ask({ authorization: 'Bearer mallory' })).status).toBe(401)
})

test('an Android emulator gets them', async () => {
  expect((await ask({ ...alice, host: `10.0.2.2:${port}` })).status).toBe(200)
})

test('a request with two names gets none, whichever comes first', async () => {
  for (const hosts of [
    ['localhost', 'evil.example'],
    ['evil.example', 'localhost'],
  ]) {
    const lines = [...hosts.map((host) => `Host: ${host}`), 'Authorization: Bearer alice', 'Content-Length: 0']
    const socket = connect(port, '127.0.0.1')
    socket.write(`POST /usersig HTTP/1.1\r\n${lines.join('\r\n')}\r\nConnection: close\r\n\r\n`)
    expect(await text(socket)).toMatch(/^HTTP\/1\.1 403 /)
  }
})

test('a page of 10.0.2.2 does not: it may be another machine', async () => {
  expect((await ask({ ...alice, origin: 'http://10.0.2.2:8080' })).status).toBe(403)
})

test('the case of the host does not matter', async () => {
  expect((await ask({ ...alice, host: `LOCALHOST:${port}` })).status).toBe(200)
})

test('a page of this machine gets them, a page of another site does not', async () => {
  const origin = 'http://localhost:5173'
  const local = await ask({ ...alice, origin })
  expect([local.status, local.headers['access-control-allow-origin']]).toEqual([200, origin])
  const preflight = await ask({ origin }, { method: 'OPTIONS' })
  expect([preflight.status, preflight.headers['access-control-allow-headers']]).toEqual([
    204,
    'authorization, content-type',
  ])
  expect((await ask({ ...alice, origin: 'https://evil.example' })).status).toBe(403)
  expect((await ask({ ...alice, host: 'evil.example' })).status).toBe(403)
  expect((await ask({ ...alice, origin: 'http://localhost.evil.example' })).status).toBe(403)
  expect(log).toContain('refused 403 a page of https://evil.example')
  expect(log).toContain('refused 403 a call for evil.example')
})

test('an app in a web view of Capacitor gets them', async () => {
  expect((await ask({ ...alice, origin: 'capacitor://localhost' })).status).toBe(200)
})

test.each([
  [['--port', '65536'], 'no port 65536'],
  [['--users', ''], '--users takes names'],
  [['--users', 'alice,,bob'], '--users takes names'],
  [['--users', '张三'], '--users takes names'],
  [['--users', 'x'.repeat(33)], 'at most 32'],
  [['--expire', '0'], 'expire is 0'],
])('%j is a wrong call', async (args, text) => {
  const { code, stdout, stderr } = await run(['serve', ...args])
  expect([code, stdout, stderr]).toEqual([2, '', expect.stringContaining(text)])
  expect(stderr).not.toContain('    at ')
})

test('a port that is taken', async () => {
  const { code, stderr } = await run(['serve', '--port', String(port)])
  expect([code, stderr]).toEqual([2, expect.stringContaining('Choose another with --port')])
})
