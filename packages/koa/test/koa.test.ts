import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect, createServer, type IncomingHttpHeaders } from 'node:http2'
import type { AddressInfo } from 'node:net'
import cors from '@koa/cors'
import Router from '@koa/router'
import { SDK_APP_ID, SECRET_DETAIL, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import type Koa from 'koa'
import type { Middleware } from 'koa'
import { koaBody } from 'koa-body'
import bodyParser from 'koa-bodyparser'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'
import { start, VERSIONS } from './apps.ts'

const credentials = { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }
const signer = createUserSigner(credentials)
const authenticate = () => 'alice'
const ROOM = JSON.stringify({ roomId: 10000 })
const json = { 'content-type': 'application/json' }

const closing: (() => unknown)[] = []
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
})

async function serve(app: Koa): Promise<string> {
  app.silent = true
  const { baseUrl, close } = await start(app)
  closing.push(close)
  return baseUrl
}

describe.each(VERSIONS)('%s', (_name, Koa) => {
  test('leaves other paths to the app', async () => {
    const app = new Koa()
    app.use(issueUserSig({ path: '/usersig', credentials, authenticate }))
    app.use((ctx) => {
      ctx.body = 'mine'
    })
    const url = await serve(app)
    expect(await (await fetch(`${url}/other`)).text()).toBe('mine')
    expect((await fetch(`${url}/usersig/`, { method: 'POST' })).status).toBe(200)
    expect((await fetch(`${url}/usersig`)).status).toBe(405)
  })

  test('answers in a router of a router, and the guard knows its user there', async () => {
    const inner = new Router()
    inner.post('/usersig', issueUserSig({ credentials, authenticate }))
    inner.get('/me', (ctx) => {
      ctx.body = getUserSig(ctx).userId
    })
    const outer = new Router()
    outer.use('/api', (ctx, next) => (ctx.path.endsWith('/me') ? requireUserSig({ credentials })(ctx, next) : next()))
    outer.use('/api', inner.routes())
    const app = new Koa()
    app.use(outer.routes())
    const url = await serve(app)
    const { userSig } = (await (await fetch(`${url}/api/usersig`, { method: 'POST' })).json()) as { userSig: string }
    expect(await (await fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${userSig}` } })).text()).toBe(
      'alice',
    )
    expect((await fetch(`${url}/api/me`)).status).toBe(401)
    expect((await fetch(`${url}/api/usersig`)).status).toBe(404)
  })

  test('answers for the middleware before it to see, beside the headers of @koa/cors, also to half a request', async () => {
    const origin = 'https://app.example.com'
    const seen: unknown[] = []
    const app = new Koa()
    app.use(async (ctx, next) => {
      await next()
      seen.push([ctx.status, JSON.parse(ctx.body as string).status])
      ctx.set('x-mine', 'yes')
    })
    app.use(cors({ origin }) as Middleware)
    app.use(issueUserSig({ path: '/usersig', credentials, authenticate: () => null }))
    app.use(requireWebhook({ trtcKey: 'key' }))
    const url = await serve(app)
    for (const [path, status] of [
      ['/usersig', 401],
      ['/webhook', 403],
    ] as const) {
      const headers = { origin, 'content-length': 20_000 }
      const sent = httpRequest(url + path, { method: 'POST', agent: false, headers })
      sent.on('error', () => {})
      sent.write('half of it')
      const [answer] = await once(sent, 'response')
      expect(answer.statusCode).toBe(status)
      expect(answer.headers).toMatchObject({
        'access-control-allow-origin': origin,
        'x-mine': 'yes',
        'cache-control': 'no-store',
        'content-type': 'application/problem+json',
      })
      expect(JSON.parse(await text(answer))).toMatchObject({ status })
      sent.destroy()
    }
    expect(seen).toEqual([
      [401, 401],
      [403, 403],
    ])
  })

  test('says with 408 that the connection ends', async () => {
    const app = new Koa()
    app.use(issueUserSig({ credentials, authenticate, bodyTimeout: 0.1 }))
    const url = await serve(app)
    const sent = httpRequest(url, { method: 'POST', agent: false, headers: { ...json, 'content-length': 100 } })
    sent.on('error', () => {})
    sent.write('{')
    const [answer] = await once(sent, 'response')
    expect([answer.statusCode, answer.headers.connection]).toEqual([408, 'close'])
    expect(JSON.parse(await text(answer))).toMatchObject({ code: 'body_timeout' })
  })

  test('throws nothing of a callback', async () => {
    const app = new Koa()
    const [onFault, onError] = [vi.fn(), vi.fn()]
    const throwing = () => {
      throw new Error(SECRET_DETAIL)
    }
    app.on('error', onFault)
    app.use(issueUserSig({ path: '/usersig', credentials, authenticate: throwing, onError }))
    app.use(requireUserSig({ credentials, getToken: throwing, onError }))
    const url = await serve(app)
    for (const [method, path] of [
      ['POST', '/usersig'],
      ['GET', '/me'],
    ]) {
      const answer = await fetch(url + path, { method: method ?? '' })
      expect(answer.status).toBe(500)
      expect(await answer.text()).not.toContain(SECRET_DETAIL)
    }
    expect(onFault).not.toHaveBeenCalled()
    expect(onError).toHaveBeenCalledTimes(2)
  })

  test('leaves a fault of what comes after the guard to Koa', async () => {
    const app = new Koa()
    const onFault = vi.fn()
    app.on('error', onFault)
    app.use(requireUserSig({ credentials }))
    app.use(() => {
      throw new Error('mine')
    })
    const url = await serve(app)
    const headers = { authorization: `Bearer ${signer.genUserSig('alice')}` }
    expect((await fetch(url, { headers })).status).toBe(500)
    expect(onFault.mock.calls[0]?.[0]).toMatchObject({ message: 'mine' })
  })

  describe('a webhook', () => {
    const body = '{ "EventType": 103, "EventInfo": {"UserId": "\\u7528户"} }'
    const sign = createHmac('sha256', 'key').update(body).digest('base64')
    const sendEvent: Middleware = (ctx) => {
      ctx.body = getWebhook(ctx)
    }

    test('passes after a parser that keeps the text', async () => {
      const app = new Koa()
      app.use(bodyParser() as Middleware)
      app.use(requireWebhook({ trtcKey: 'key' }))
      app.use(sendEvent)
      const url = await serve(app)
      const answer = await fetch(url, { method: 'POST', headers: { ...json, sign }, body })
      expect(await answer.json()).toEqual(JSON.parse(body))
      expect((await fetch(url, { method: 'POST', headers: { ...json, sign }, body: '{}' })).status).toBe(403)
    })

    test('says what to do after a parser that keeps nothing', async () => {
      const app = new Koa()
      const onError = vi.fn()
      app.use(koaBody() as Middleware)
      app.use(requireWebhook({ trtcKey: 'key', onError }))
      app.use(sendEvent)
      const url = await serve(app)
      expect((await fetch(url, { method: 'POST', headers: { ...json, sign }, body })).status).toBe(500)
      expect(onError.mock.calls[0]?.[0].error.message).toContain('mount the guard before the body parser')
    })
  })

  test('a body that somebody has read and left nowhere is a fault of the program', async () => {
    const app = new Koa()
    const onError = vi.fn()
    app.use(async (ctx, next) => {
      ctx.req.resume()
      await once(ctx.req, 'end')
      return next()
    })
    app.use(issueUserSig({ credentials, authenticate, onError }))
    const url = await serve(app)
    expect((await fetch(url, { method: 'POST', headers: json, body: ROOM })).status).toBe(500)
    expect(onError.mock.calls[0]?.[0].error.message).toContain('the body was read before')
  })

  test('serves HTTP/2', async () => {
    const app = new Koa()
    app.use(issueUserSig({ path: '/usersig', credentials, authenticate, authorizeRoom: () => 'audience' }))
    app.use(requireUserSig({ credentials }))
    app.use((ctx) => {
      ctx.body = getUserSig(ctx).userId
    })
    const server = createServer(app.callback()).listen(0, '127.0.0.1')
    await once(server, 'listening')
    const session = connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
    closing.push(
      () => session.destroy(),
      () => server.close(),
    )
    const ask = async (headers: Record<string, string>, body?: string) => {
      const stream = session.request(headers)
      stream.end(body)
      const [head] = (await once(stream, 'response')) as [IncomingHttpHeaders & { ':status': number }]
      return { status: head[':status'], body: await text(stream) }
    }
    const post = { ':method': 'POST', ':path': '/usersig', ...json }
    expect(JSON.parse((await ask(post, ROOM)).body)).toMatchObject({ userId: 'alice', roomId: 10000 })
    expect(await ask(post, '{"userId":"eve"}')).toMatchObject({ status: 400 })
    expect(await ask({ ':path': '/me' })).toMatchObject({ status: 401 })
    const authorization = `Bearer ${signer.genUserSig('alice')}`
    expect(await ask({ ':path': '/me', authorization })).toEqual({ status: 200, body: 'alice' })
  })
})

async function text(stream: AsyncIterable<unknown>): Promise<string> {
  let whole = ''
  for await (const part of stream) whole += part
  return whole
}
