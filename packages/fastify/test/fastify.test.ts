import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:http2'
import { Transform } from 'node:stream'
import { setTimeout } from 'node:timers/promises'
import cors from '@fastify/cors'
import { SDK_APP_ID, SECRET_DETAIL, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import fastify5, { type FastifyInstance } from 'fastify'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'
import { VERSIONS } from './apps.ts'

const credentials = { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }
const signer = createUserSigner(credentials)
const authenticate = () => 'alice'
const issue = issueUserSig({ credentials, authenticate, authorizeRoom: () => 'audience' })
const ROOM = { roomId: 10000 }

const apps: FastifyInstance[] = []
afterEach(async () => {
  for (const app of apps.splice(0)) await app.close()
})

describe.each(VERSIONS)('%s', (_name, fastify) => {
  function create(options = {}): FastifyInstance {
    const app = fastify(options)
    apps.push(app)
    return app
  }

  test('answers what is injected, as tests of apps do', async () => {
    const app = create()
    app.post('/usersig', issue)
    app.get('/me', { onRequest: requireUserSig({ credentials }) }, (request) => getUserSig(request).userId)
    const issued = await app.inject({ method: 'POST', url: '/usersig', payload: ROOM })
    expect(issued.json()).toMatchObject({ userId: 'alice', ...ROOM })
    const authorization = `Bearer ${issued.json().userSig}`
    expect((await app.inject({ url: '/me', headers: { authorization } })).body).toBe('alice')
    expect((await app.inject({ url: '/me' })).statusCode).toBe(401)
    const refused = await app.inject({ method: 'POST', url: '/usersig', payload: { userId: 'eve' } })
    expect(refused.json()).toMatchObject({ code: 'invalid_body' })
  })

  test('leaves the parsers to the other routes, and the type of its body to hooks', async () => {
    const app = create()
    const types: unknown[] = []
    const bodies: unknown[] = []
    app.addHook('preHandler', async (request) => {
      types.push(request.headers['content-type'])
      bodies.push(request.body)
    })
    app.post('/usersig', issue)
    app.post('/other', (request) => request.body)
    for (const url of ['/usersig', '/other']) await app.inject({ method: 'POST', url, payload: ROOM })
    expect(types).toEqual(['application/json', 'application/json'])
    expect(bodies).toEqual([undefined, ROOM])
    const faulty = await app.inject({
      method: 'POST',
      url: '/other',
      payload: '{',
      headers: { 'content-type': 'application/json' },
    })
    expect(faulty.json()).toMatchObject({ statusCode: 400, error: 'Bad Request' })
  })

  test('takes hooks and settings of the app beside its own', async () => {
    const app = create()
    app.decorateRequest('user', null)
    const route = issueUserSig({ credentials, authenticate: (request) => Reflect.get(request, 'user') as string })
    app.post('/usersig', {
      ...route,
      config: { mine: true },
      preValidation: async (request) => {
        Reflect.set(request, 'user', request.headers['x-user'])
      },
    })
    const answer = await app.inject({ method: 'POST', url: '/usersig', headers: { 'x-user': 'bob' }, payload: {} })
    expect(answer.json()).toMatchObject({ userId: 'bob' })
  })

  test.each([
    ['an object', ROOM],
    ['a text', JSON.stringify(ROOM)],
    ['bytes', Buffer.from(JSON.stringify(ROOM))],
  ])('the handler alone takes %s that a parser has left', async (_left, left) => {
    const app = create()
    app.removeContentTypeParser('application/json')
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, _body, done) => done(null, left))
    app.post('/usersig', issue.handler)
    const answer = await app.inject({ method: 'POST', url: '/usersig', payload: ROOM })
    expect(answer.json()).toMatchObject(ROOM)
  })

  test('the handler alone takes nothing for no room, and null for a fault', async () => {
    const app = create()
    let left: unknown
    app.removeContentTypeParser('application/json')
    app.addContentTypeParser('application/json', { parseAs: 'string' }, (_request, _body, done) => done(null, left))
    app.post('/usersig', issue.handler)
    const ask = () =>
      app.inject({ method: 'POST', url: '/usersig', payload: ' ', headers: { 'content-type': 'application/json' } })
    expect((await ask()).json()).not.toHaveProperty('privateMapKey')
    left = null
    expect((await ask()).json()).toMatchObject({ code: 'invalid_body' })
    left = ' '.repeat(20_000)
    expect((await ask()).json()).toMatchObject({ code: 'body_too_large' })
  })

  test('answers through the hooks of the app, beside the headers of @fastify/cors, also to half a request', async () => {
    const app = create()
    const seen: number[] = []
    const origin = 'https://app.example.com'
    // The version of the plugin for Fastify 5 wants to know nothing else.
    if (fastify === fastify5) app.register(cors, { origin })
    else app.addHook('onRequest', async (_request, reply) => void reply.header('access-control-allow-origin', origin))
    app.addHook('onSend', async (_request, reply, payload) => {
      reply.header('x-mine', 'yes')
      return payload
    })
    app.addHook('onResponse', async (_request, reply) => void seen.push(reply.statusCode))
    app.post('/usersig', issueUserSig({ credentials, authenticate: () => null }))
    app.post('/webhook', { preParsing: requireWebhook({ trtcKey: 'key' }) }, () => ({ code: 0 }))
    const base = await app.listen({ port: 0, host: '127.0.0.1' })
    for (const [path, status] of [
      ['/usersig', 401],
      ['/webhook', 403],
    ] as const) {
      const sent = httpRequest(base + path, {
        method: 'POST',
        agent: false,
        headers: { origin, 'content-length': 20_000 },
      })
      sent.on('error', () => {})
      sent.write('half of it')
      const [answer] = await once(sent, 'response')
      expect(answer.statusCode).toBe(status)
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': origin,
        'x-mine': 'yes',
        'cache-control': 'no-store',
      })
      expect(JSON.parse(await text(answer))).toMatchObject({ status })
      sent.destroy()
    }
    await vi.waitFor(() => expect(seen).toEqual([401, 403]))
  })

  test('says with 408 that the connection ends', async () => {
    const app = create()
    app.post('/usersig', issueUserSig({ credentials, authenticate, bodyTimeout: 0.1 }))
    const base = await app.listen({ port: 0, host: '127.0.0.1' })
    const sent = httpRequest(`${base}/usersig`, {
      method: 'POST',
      agent: false,
      headers: { 'content-type': 'application/json', 'content-length': 100 },
    })
    sent.on('error', () => {})
    sent.write('{')
    const [answer] = await once(sent, 'response')
    expect([answer.statusCode, answer.headers.connection]).toEqual([408, 'close'])
    expect(JSON.parse(await text(answer))).toMatchObject({ code: 'body_timeout' })
  })

  test('tells the error handler of the app nothing', async () => {
    const app = create()
    const onFault = vi.fn()
    app.setErrorHandler((error, _request, reply) => {
      onFault(error)
      reply.code(500).send('theirs')
    })
    const onError = vi.fn()
    const throwing = () => {
      throw new Error(SECRET_DETAIL)
    }
    app.post('/usersig', issueUserSig({ credentials, authenticate: throwing, onError }))
    app.get('/me', { preHandler: requireUserSig({ credentials, getToken: throwing, onError }) }, () => 'in')
    app.post('/webhook', { preParsing: requireWebhook({ chatToken: throwing, onError }) }, () => 'in')
    const sign = `Sign=${'0'.repeat(64)}&RequestTime=${Math.floor(Date.now() / 1000)}`
    for (const [method, url] of [
      ['POST', '/usersig'],
      ['GET', '/me'],
      ['POST', `/webhook?${sign}`],
    ] as const) {
      const { statusCode, body } = await app.inject({ method, url })
      expect([statusCode, JSON.parse(body).code]).toEqual([500, 'internal_error'])
      expect(body).not.toContain(SECRET_DETAIL)
    }
    expect(onFault).not.toHaveBeenCalled()
    expect(onError).toHaveBeenCalledTimes(3)
  })

  test('a client that leaves before its refusal is written does not get to the handler', async () => {
    const app = create()
    const [reached, refused, gone] = [vi.fn(), vi.fn(), vi.fn()]
    app.addHook('onSend', async (_request, reply) => {
      const closed = once(reply.raw, 'close')
      refused()
      await closed
      gone()
    })
    app.get('/me', { onRequest: requireUserSig({ credentials }), preHandler: async () => reached() }, reached)
    app.post('/webhook', { preParsing: requireWebhook({ trtcKey: 'key' }), preHandler: async () => reached() }, reached)
    const base = await app.listen({ port: 0, host: '127.0.0.1' })
    for (const [count, method, path] of [
      [1, 'GET', '/me'],
      [2, 'POST', '/webhook'],
    ] as const) {
      const sent = httpRequest(base + path, { method, agent: false })
      sent.on('error', () => {})
      sent.end()
      await vi.waitFor(() => expect(refused).toHaveBeenCalledTimes(count))
      sent.destroy()
      await vi.waitFor(() => expect(gone).toHaveBeenCalledTimes(count))
      await setTimeout(20)
    }
    expect(reached).not.toHaveBeenCalled()
  })

  describe('a webhook', () => {
    const event = { EventType: 103, CallbackTs: Date.now() }
    const send = (app: FastifyInstance, body: string, signed = body) =>
      app.inject({
        method: 'POST',
        url: '/webhook',
        headers: {
          'content-type': 'application/json',
          sign: createHmac('sha256', 'key').update(signed).digest('base64'),
        },
        payload: body,
      })

    test('reaches the handler parsed by the app, too', async () => {
      const app = create()
      app.post('/webhook', { preParsing: requireWebhook({ trtcKey: 'key' }) }, (request) => ({
        event: getWebhook(request),
        body: request.body,
      }))
      expect((await send(app, JSON.stringify(event))).json()).toEqual({ event, body: event })
      expect((await send(app, '{}', '[]')).statusCode).toBe(403)
    })

    test('is what the hooks before have made of it', async () => {
      const app = create()
      const upper = new Map([['a', 'b']])
      app.addHook('preParsing', async (_request, _reply, payload) =>
        payload.pipe(
          new Transform({
            transform: (chunk, _encoding, done) => done(null, String(chunk).replace('a', upper.get('a') ?? '')),
          }),
        ),
      )
      app.post('/webhook', { preParsing: requireWebhook({ trtcKey: 'key' }) }, (request) => getWebhook(request))
      expect((await send(app, '{"x":"a"}', '{"x":"b"}')).json()).toEqual({ x: 'b' })
    })

    test('says where the guard goes when it is put elsewhere', async () => {
      const app = create()
      const messages: string[] = []
      app.setErrorHandler((error, _request, reply) => {
        messages.push((error as Error).message)
        reply.code(500).send()
      })
      app.post('/webhook', { preHandler: requireWebhook({ trtcKey: 'key' }) as never }, () => 'in')
      expect((await send(app, '{}')).statusCode).toBe(500)
      expect(messages).toEqual([expect.stringContaining('{ preParsing: requireWebhook({ trtcKey }) }')])
    })
  })

  test('serves HTTP/2', async () => {
    const app = fastify({ http2: true }) as unknown as FastifyInstance
    apps.push(app)
    app.post('/usersig', issue)
    app.get('/me', { onRequest: requireUserSig({ credentials }) }, (request) => getUserSig(request).userId)
    const base = await app.listen({ port: 0, host: '127.0.0.1' })
    const session = connect(base)
    const ask = async (headers: Record<string, string>, body?: string) => {
      const stream = session.request(headers, { endStream: body === undefined })
      stream.end(body)
      const [head] = await once(stream, 'response')
      return { status: head[':status'], body: await text(stream) }
    }
    const json = { ':method': 'POST', ':path': '/usersig', 'content-type': 'application/json' }
    const issued = await ask(json, JSON.stringify(ROOM))
    expect(JSON.parse(issued.body)).toMatchObject(ROOM)
    expect(await ask(json, JSON.stringify({ userId: 'eve' }))).toMatchObject({ status: 400 })
    expect(await ask({ ':path': '/me', authorization: `Bearer ${signer.genUserSig('alice')}` })).toEqual({
      status: 200,
      body: 'alice',
    })
    session.destroy()
  })
})

async function text(stream: AsyncIterable<unknown>): Promise<string> {
  let whole = ''
  for await (const part of stream) whole += part
  return whole
}
