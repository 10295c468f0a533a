import { createHmac } from 'node:crypto'
import { describeBounds } from '@usersig/contract/bounds'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { testExplainInProduction } from '@usersig/contract/wiring'
import { createUserSigner } from '@usersig/core'
import { type Context, Hono } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { validator } from 'hono/validator'
import { describe, expect, test, vi } from 'vitest'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'

const credentials = { sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }
const signer = createUserSigner(credentials)
const bearer = () => ({ authorization: `Bearer ${signer.genUserSig('alice')}` })
const json = (value: unknown) => ({
  method: 'POST',
  body: JSON.stringify(value),
  headers: { 'content-type': 'application/json' },
})

interface AppEnv {
  Bindings: { readonly KEY: string }
  Variables: { session: { readonly userId: string } }
}

function appWithSession(): Hono<AppEnv> {
  return new Hono<AppEnv>().use(async (c, next) => {
    c.set('session', { userId: 'alice' })
    await next()
  })
}

describe('callbacks', () => {
  test('get the context of Hono, with its variables and bindings', async () => {
    const app = appWithSession()
    const credentialsOf = vi.fn((c: Context<AppEnv>) => ({ sdkAppId: SDK_APP_ID, secretKey: c.env.KEY }))
    app.post('/usersig', issueUserSig({ credentials: credentialsOf, authenticate: (c) => c.get('session').userId }))
    const response = await app.request('/usersig', { method: 'POST' }, { KEY: SECRET_KEY })
    const { userId, userSig } = (await response.json()) as { userId: string; userSig: string }
    expect([userId, signer.verifyUserSig(userSig).userId]).toEqual(['alice', 'alice'])
    expect(credentialsOf.mock.lastCall?.[0].get('session')).toEqual({ userId: 'alice' })
  })

  test('hooks that take their time are handed to the platform', async () => {
    const promises: Promise<unknown>[] = []
    const app = new Hono().post(
      '/usersig',
      issueUserSig({ credentials, authenticate: () => 'alice', onIssued: async () => {} }),
    )
    const ctx = { waitUntil: (promise: Promise<unknown>) => void promises.push(promise), passThroughOnException() {} }
    expect((await app.request('/usersig', { method: 'POST' }, {}, ctx as never)).status).toBe(200)
    expect(promises).toHaveLength(1)
  })
})

describe('the guard', () => {
  test('keeps its claims through middleware that replaces the request', async () => {
    const app = new Hono()
    app.use(requireUserSig({ credentials }), async (c, next) => {
      c.req.raw = new Request(c.req.raw, { headers: {} })
      await next()
    })
    app.get('/me', (c) => c.json({ userId: getUserSig(c).userId }))
    expect(await (await app.request('/me', { headers: bearer() })).json()).toEqual({ userId: 'alice' })
  })

  test('guards the routes of an app within', async () => {
    const rooms = new Hono().get('/list', (c) => c.text(getUserSig(c).userId))
    const app = new Hono().use('/rooms/*', requireUserSig({ credentials })).route('/rooms', rooms)
    expect((await app.request('/rooms/list')).status).toBe(401)
    expect(await (await app.request('/rooms/list', { headers: bearer() })).text()).toBe('alice')
  })

  test('leaves what a handler throws to the app', async () => {
    const app = new Hono().get('/me', requireUserSig({ credentials }), () => {
      throw new Error('the app failed')
    })
    app.onError((error, c) => c.text(error.message, 500))
    expect(await (await app.request('/me', { headers: bearer() })).text()).toBe('the app failed')
  })
})

describe('a body that was read before', () => {
  const authorizeRoom = () => 'audience' as const
  const issue = issueUserSig({ credentials, authenticate: () => 'alice', authorizeRoom, onError: () => {} })

  test.each([
    ['a validator', validator('json', (value) => value)],
    ['a limit of the body', bodyLimit({ maxSize: 1000 })],
    [
      'a middleware that asks for the text',
      async (c: Context, next: () => Promise<void>) => {
        await c.req.text()
        await next()
      },
    ],
  ])('by %s does no harm', async (_name, middleware) => {
    const app = new Hono().post('/usersig', middleware as never, issue)
    expect(await (await app.request('/usersig', json({ roomId: 10000 }))).json()).toMatchObject({ roomId: 10000 })
    expect((await app.request('/usersig', json({ roomId: 10000, x: 'x'.repeat(20_000) }))).status).toBe(413)
  })

  test('past Hono is the fault of the app, which gets to know why', async () => {
    const onError = vi.fn()
    const app = new Hono().post(
      '/usersig',
      async (c, next) => {
        await c.req.raw.text()
        await next()
      },
      issueUserSig({ credentials, authenticate: () => 'alice', onError }),
    )
    expect((await app.request('/usersig', json({ roomId: 1 }))).status).toBe(500)
    expect(onError.mock.lastCall?.[0].error.message).toMatch(/was read before/)
  })

  test('is what a webhook signs, byte for byte', async () => {
    const body = '{ "EventType": 103 }\n'
    const sign = createHmac('sha256', 'my key').update(body).digest('base64')
    const app = new Hono().post(
      '/webhook',
      validator('json', (value) => value),
      requireWebhook({ trtcKey: (_c, _context, { sdkAppId }) => (sdkAppId === '1400000000' ? 'my key' : null) }),
      (c) => c.json(getWebhook<{ EventType: number }>(c).EventType),
    )
    const headers = { sign, sdkappid: '1400000000', 'content-type': 'application/json' }
    expect(await (await app.request('/webhook', { method: 'POST', body, headers })).json()).toBe(103)
  })
})

test('what was read without a guard is refused with the line to add', async () => {
  const app = new Hono()
  app.get('/me', (c) => c.json(getUserSig(c)))
  app.get('/webhook', (c) => c.json(getWebhook(c) as never))
  app.onError((error, c) => c.text(error.message))
  expect(await (await app.request('/me')).text()).toMatch(/app\.get\('\/me', requireUserSig\(\)/)
  expect(await (await app.request('/webhook')).text()).toMatch(/app\.post\('\/webhook', requireWebhook\(/)
})

describe('wrong wiring', () => {
  test.each([
    ['a misspelled option', () => issueUserSig({ authenticate: () => null, expires: 60 } as never), /mean "expire"/],
    ['a path, which is the route of the app', () => issueUserSig({ path: '/usersig' } as never), /no option "path"/],
    [
      'an option of the wrong type',
      () => requireUserSig({ credentials, isRevoked: true } as never),
      /isRevoked is true/,
    ],
    ['a webhook without a key', () => requireWebhook({}), /trtcKey or chatToken is missing/],
    ['a guard without a key', () => requireUserSig(), /set USERSIG_SDKAPPID and USERSIG_SECRETKEY.*node --env-file/],
  ])('%s stops the program at start', (_name, create, message) => {
    expect(create).toThrow(message)
  })
})

testExplainInProduction({ issueUserSig, requireUserSig })

describeBounds({ issue: issueUserSig as never, guard: requireUserSig as never, webhook: requireWebhook as never })
