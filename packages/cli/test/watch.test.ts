import { createServer, type RequestListener } from 'node:http'
import type { AddressInfo } from 'node:net'
import { issueUserSig } from '@usersig/node'
import { expect, onTestFinished, test } from 'vitest'
import { run, signer } from './run.ts'

async function start(listener: RequestListener): Promise<string> {
  const server = createServer(listener)
  onTestFinished(() => {
    server.close()
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/usersig`
}

/** An address that was open a moment ago. */
async function nobodyAt(): Promise<string> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  await new Promise((resolve) => server.close(resolve))
  return `http://127.0.0.1:${port}/usersig`
}

const watch = async (url: string, ...args: string[]) => await run(['doctor', '--watch', url, '--times', '1', ...args])

test('a real endpoint passes, with the login of the app', async () => {
  const url = await start(
    issueUserSig({
      path: '/usersig',
      signer,
      authenticate: ({ headers }) => (headers.authorization === 'Bearer x' ? 'alice' : undefined),
    }),
  )
  const right = await watch(url, '--header', 'Authorization: Bearer x')
  expect([right.code, right.stdout]).toEqual([0, expect.stringContaining('1 of 1 answers were right.')])
  for (const text of ['signed by a key at hand', 'no-store', 'valid for another']) expect(right.stdout).toContain(text)
  const wrong = await watch(url)
  expect([wrong.code, wrong.stdout]).toEqual([1, expect.stringContaining('it answers 401')])
  const page = await watch(url, '--header', 'Authorization: Bearer x', '--origin', 'https://app.example')
  expect(page.stdout).toContain('pages of https://app.example may not read the answer')
})

const answer =
  (headers: Record<string, string>, body: unknown, status = 200): RequestListener =>
  (_, response) => {
    response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store', ...headers })
    response.end(typeof body === 'string' ? body : JSON.stringify(body))
  }

test.each([
  ['a cache', answer({ 'cache-control': 'public' }, { userSig: signer.genUserSig('a') }), 'Cache-Control is public'],
  [
    'a clock',
    answer({ date: 'Thu, 01 Jan 2026 00:00:00 GMT' }, { userSig: signer.genUserSig('a') }),
    'clocks of the server',
  ],
  ['a page', answer({ 'content-type': 'text/html' }, '<p>Login</p>'), 'it answers text/html'],
  ['another user', answer({}, { sdkAppId: 1400000000, userId: 'bob', userSig: signer.genUserSig('a') }), 'not "bob"'],
  ['no ticket', answer({}, { ok: true }), 'there is no ticket in the answer'],
  ['a spoiled ticket', answer({}, { userSig: signer.genUserSig('a').slice(0, 90) }), 'ticket'],
  ['a redirect', answer({ location: '/login' }, '', 302), 'it redirects to /login'],
  ['too much', answer({}, 'x'.repeat(70_000)), 'longer than 64 KiB'],
])('%s is named', async (_name, listener, text) => {
  const { code, stdout } = await watch(await start(listener))
  expect([code, stdout]).toEqual([1, expect.stringContaining(text)])
})

test('a short lifetime is a warning, and nobody at home is an error', async () => {
  const short = await watch(await start(answer({}, { userSig: signer.genUserSig('a', { expire: 60 }) })))
  expect([short.code, short.stdout]).toEqual([0, expect.stringContaining('only')])
  const nobody = await watch(await nobodyAt())
  expect([nobody.code, nobody.stdout]).toEqual([1, expect.stringContaining('ECONNREFUSED')])
  expect((await watch('ftp://example.com')).code).toBe(2)
})

test('it asks again, after pauses that grow, and never more often than it is told', async () => {
  let count = 0
  const ticket = signer.genUserSig('a')
  const url = await start((request, response) => {
    count++
    answer({}, { userSig: ticket })(request, response)
  })
  const { stdout } = await run(['doctor', '--watch', url, '--times', '2', '--json'])
  expect([count, stdout.match(/"attempt"/g)?.length]).toEqual([2, 2])
  expect(stdout).not.toContain(ticket.slice(20, 60))
})

test('several tries are lines of JSON', async () => {
  const url = await start(answer({}, { userSig: signer.genUserSig('a') }))
  const { stdout } = await run(['doctor', '--watch', url, '--times', '2', '--json'])
  const lines = stdout.trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).attempt)).toEqual([1, 2])
})
