import { once } from 'node:events'
import {
  type ClientHttp2Session,
  connect,
  createServer,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2'
import type { AddressInfo } from 'node:net'
import { guardOptions, issueOptions, SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { getUserSig, issueUserSig, requireUserSig } from '../src/index.ts'

const issue = issueUserSig<Http2ServerRequest, Http2ServerResponse>({
  ...issueOptions((req: Http2ServerRequest, name) => req.headers[name]?.toString()),
  path: '/usersig',
  bodyTimeout: 0.1,
})
const guard = requireUserSig<Http2ServerRequest, Http2ServerResponse>(guardOptions())
const server = createServer((req, res) => {
  issue(req, res, () => guard(req, res, () => res.end(getUserSig(req).userId)))
})
let session: ClientHttp2Session

beforeAll(async () => {
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
})

afterAll(() => {
  session.close()
  server.close()
})

const LOGIN = { 'x-test-user': 'alice', 'content-type': 'application/json' }

async function send(headers: Record<string, string>, body: string | undefined) {
  const stream = session.request({ ':method': 'POST', ':path': '/usersig', ...headers }, { endStream: body === '' })
  stream.on('error', () => {})
  if (body) stream.end(body)
  const [head] = await once(stream, 'response')
  let text = ''
  for await (const part of stream.setEncoding('utf8')) text += part
  return { status: head[':status'], head, text }
}

test('issues over HTTP/2, and guards', async () => {
  const { status, text } = await send(LOGIN, '{"roomId":10000}')
  expect([status, JSON.parse(text)]).toEqual([200, expect.objectContaining({ userId: 'alice', roomId: 10000 })])
  expect((await send({ 'x-test-user': 'alice' }, '')).status).toBe(200)

  const authorization = `Bearer ${createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }).genUserSig('bob')}`
  const get = { ':method': 'GET', ':path': '/me' }
  expect(await send({ ...get, authorization }, '')).toMatchObject({ status: 200, text: 'bob' })
  expect((await send(get, '')).status).toBe(401)
})

test('refuses bodies that are too large or too slow, and leaves the session open', async () => {
  expect((await send(LOGIN, 'x'.repeat(20_000))).status).toBe(413)
  expect((await send(LOGIN, 'x'.repeat(1_000_000))).status).toBe(413)
  const slow = await send(LOGIN, undefined)
  expect(slow.status).toBe(408)
  expect(slow.head).not.toHaveProperty('connection')
  expect((await send(LOGIN, '{"roomId":10000}')).status).toBe(200)
})

test('goes on when a stream is given up in the middle of the body', async () => {
  const stream = session.request({ ':method': 'POST', ':path': '/usersig', ...LOGIN })
  stream.on('error', () => {})
  stream.write('{"room')
  stream.close()
  await once(stream, 'close')
  expect((await send(LOGIN, '{"roomId":10000}')).status).toBe(200)
})
