import { jwt } from '@usersig/auth'
import { createUserSigSource } from '@usersig/client'
import { expect, onTestFinished, test } from 'vitest'
import { createFakeIssuer, createFakeProvider, createTestSigner } from '../src/index.ts'
import { startFakeIssuer } from '../src/server.ts'

const PROVIDER = { issuer: 'https://login.example.com', jwksUri: 'https://login.example.com/keys' }
const ask = (authenticate: ReturnType<typeof jwt>, token: string) =>
  authenticate(new Request('http://localhost', { headers: { authorization: `Bearer ${token}` } }))

test.each([[{}], [{ algorithm: 'ES256' as const }]])(
  'the real login takes a token of the stand-in: %j',
  async (more) => {
    const provider = await createFakeProvider({ ...PROVIDER, ...more })
    onTestFinished(provider.install())
    const authenticate = jwt({ issuer: provider.issuer, audience: 'api', onRefused: () => {} })
    expect(await ask(authenticate, await provider.token({ sub: 'alice', aud: 'api' }))).toBe('alice')
    const past = Math.floor(Date.now() / 1000) - 60
    for (const claims of [{ aud: 'other' }, { exp: past }, { iss: 'https://other.example.com' }]) {
      await expect(ask(authenticate, await provider.token({ sub: 'alice', aud: 'api', ...claims }))).rejects.toThrow()
    }
  },
)

test('other requests go on, and the global fetch comes back', async () => {
  const server = await startFakeIssuer()
  onTestFinished(server.close)
  const former = globalThis.fetch
  const provider = await createFakeProvider(PROVIDER)
  const restore = provider.install()
  expect((await fetch(server.url, { method: 'POST' })).status).toBe(200)
  expect(await (await fetch(PROVIDER.jwksUri)).json()).toEqual(provider.jwks)
  expect(JSON.stringify(provider.jwks)).not.toContain('"d"')
  restore()
  expect(globalThis.fetch).toBe(former)
})

test('the real client gets tickets, and fails as it is told', async () => {
  const issuer = createFakeIssuer({ userId: 'alice', expire: 600 })
  const source = createUserSigSource({
    endpoint: 'https://api.example.com/usersig',
    fetch: issuer.fetch,
  })
  const { userSig, userId } = await source.get()
  expect(createTestSigner().verifyUserSig(userSig, { userId: 'alice' }).expire).toBe(600)
  expect([userId, issuer.count]).toEqual(['alice', 1])
})

test.each([
  ['unauthenticated', 401, 'unauthenticated', null],
  ['too_many_requests', 429, 'too_many_requests', '1'],
  ['unavailable', 503, 'unavailable', '5'],
] as const)('%s, once', async (failure, status, code, retryAfter) => {
  const { fetch, failNext } = createFakeIssuer()
  failNext(failure)
  const answer = await fetch('https://api.example.com/usersig', { method: 'POST' })
  expect([answer.status, (await answer.json()).code, answer.headers.get('retry-after')]).toEqual([
    status,
    code,
    retryAfter,
  ])
  expect((await fetch('https://api.example.com/usersig', { method: 'POST' })).status).toBe(200)
})

test('no network, nobody logged in, a user by the request', async () => {
  const { fetch, failNext } = createFakeIssuer({ userId: (request) => request.headers.get('x-user') })
  failNext('network')
  await expect(fetch('https://a.example', { method: 'POST' })).rejects.toThrow('fetch failed')
  expect((await fetch('https://a.example', { method: 'POST' })).status).toBe(401)
  const answer = await fetch('https://a.example', { method: 'POST', headers: { 'x-user': 'bob' } })
  expect((await answer.json()).userId).toBe('bob')
  expect(() => failNext('fire' as never)).toThrow(/failure/)
})

test('a real address, with a room, for pages of other origins', async () => {
  const server = await startFakeIssuer({ userId: 'carol' })
  onTestFinished(server.close)
  const answer = await fetch(server.url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: 'https://app.example.com' },
    body: JSON.stringify({ roomId: 10_000 }),
  })
  const tickets = await answer.json()
  expect(createTestSigner().verifyPrivateMapKey(tickets.privateMapKey, { roomId: 10_000 }).userId).toBe('carol')
  expect(answer.headers.get('access-control-allow-origin')).toBe('https://app.example.com')
  const preflight = await fetch(server.url, { method: 'OPTIONS', headers: { origin: 'https://app.example.com' } })
  expect([preflight.status, preflight.headers.get('access-control-allow-headers')]).toEqual([
    204,
    'authorization, content-type',
  ])
  server.failNext('network')
  await expect(fetch(server.url, { method: 'POST' })).rejects.toThrow()
})

test.each([
  [() => createFakeIssuer({ user: 'alice' } as never), /user/],
  [() => createFakeIssuer({ userId: 7 } as never), /userId/],
])('a wrong option is named: %#', (call, message) => {
  expect(call).toThrow(message)
})
