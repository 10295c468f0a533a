import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { ExpressAuth, getSession } from '@auth/express'
import Credentials from '@auth/express/providers/credentials'
import fastifyCookie from '@fastify/cookie'
import fastifySession from '@fastify/session'
import { authJs, betterAuth, passportUser, sessionUser } from '@usersig/auth'
import { issueUserSig } from '@usersig/express-middleware'
import { betterAuth as createBetterAuth } from 'better-auth'
import { memoryAdapter } from 'better-auth/adapters/memory'
import express, { type Express } from 'express'
import session from 'express-session'
import Fastify from 'fastify'
import { Hono } from 'hono'
import { MemoryStore, type Session, sessionMiddleware } from 'hono-sessions'
import passport from 'passport'
import { Strategy as BearerStrategy } from 'passport-http-bearer'
import { afterEach, describe, expect, test } from 'vitest'

const UUID = '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d'
const USER_ID = '0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d'
const SECRET = 'a secret of these tests, 32 characters'
const credentials = { sdkAppId: 1400000000, secretKey: 'a key of these tests' }

const running: Server[] = []
afterEach(() => {
  for (const server of running.splice(0)) server.close()
})

async function listen(app: Express): Promise<string> {
  const server = app.listen(0)
  running.push(server)
  if (!server.listening) await once(server, 'listening')
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
}

/** The cookies that an answer sets, as a client sends them back. */
function cookiesOf(response: Response): string {
  return response.headers
    .getSetCookie()
    .map((line) => line.split(';')[0])
    .join('; ')
}

async function ask(origin: string, headers: Record<string, string> = {}): Promise<string | number> {
  const response = await fetch(`${origin}/usersig`, { method: 'POST', headers })
  return response.status === 200 ? ((await response.json()) as { userId: string }).userId : response.status
}

describe('sessionUser', () => {
  test('reads the session of express-session', async () => {
    const app = express()
    app.use(session({ secret: SECRET, resave: false, saveUninitialized: false }))
    app.post('/login', (req, res) => {
      Object.assign(req.session, { userId: UUID })
      res.sendStatus(204)
    })
    app.post('/usersig', issueUserSig({ credentials, authenticate: sessionUser() }))
    const origin = await listen(app)
    const cookie = cookiesOf(await fetch(`${origin}/login`, { method: 'POST' }))
    expect(await ask(origin)).toBe(401)
    expect(await ask(origin, { cookie: 'connect.sid=s%3Aforged.signature' })).toBe(401)
    expect(await ask(origin, { cookie })).toBe(USER_ID)
  })

  test('reads the session of @fastify/session, under a name of the app', async () => {
    const authenticate = sessionUser({ key: 'uid' })
    const app = Fastify()
    await app.register(fastifyCookie)
    await app.register(fastifySession, { secret: SECRET, cookie: { secure: false } })
    app.post('/login', async (request) => {
      request.session.set('uid' as never, 4711 as never)
      return {}
    })
    app.post('/usersig', async (request) => ({ userId: authenticate(request) }))
    const { headers } = await app.inject({ method: 'POST', url: '/login' })
    const cookie = String(headers['set-cookie']).split(';')[0] ?? ''
    expect((await app.inject({ method: 'POST', url: '/usersig' })).json()).toEqual({ userId: null })
    const answer = await app.inject({ method: 'POST', url: '/usersig', headers: { cookie } })
    expect(answer.json()).toEqual({ userId: '4711' })
    await app.close()
  })

  test('reads the session of hono-sessions', async () => {
    const authenticate = sessionUser()
    const app = new Hono<{ Variables: { session: Session } }>()
    app.use(sessionMiddleware({ store: new MemoryStore(), encryptionKey: SECRET }))
    app.post('/login', (c) => {
      c.get('session').set('userId' as never, 'alice' as never)
      return c.body(null, 204)
    })
    app.post('/usersig', (c) => c.json({ userId: authenticate(c) }))
    const login = await app.request('https://app.example.com/login', { method: 'POST' })
    const request = { method: 'POST', headers: { cookie: cookiesOf(login) } }
    expect(await (await app.request('https://app.example.com/usersig', request)).json()).toEqual({ userId: 'alice' })
    const stranger = await app.request('https://app.example.com/usersig', { method: 'POST' })
    expect(await stranger.json()).toEqual({ userId: null })
  })

  test('says what is missing, or is not an id', () => {
    expect(() => sessionUser()({})).toThrow('put the session middleware before the endpoint')
    expect(() => sessionUser()({ session: { userId: { id: 'alice' } } })).toThrow(
      /session\.userId is of the type object/,
    )
    expect(() => sessionUser()({ session: { userId: true } })).toThrow(TypeError)
    expect(() => sessionUser({ keys: 'uid' } as never)).toThrow('did you mean "key"?')
    expect(() => sessionUser({ key: 1 } as never)).toThrow(TypeError)
  })

  test('takes nothing from the prototype', () => {
    expect(sessionUser({ key: 'constructor' })({ session: {} })).toBeNull()
  })
})

describe('passportUser', () => {
  const users = [{ id: UUID, token: 'token-of-alice' }]
  const strategy = new BearerStrategy((token, done) => done(null, users.find((user) => user.token === token) ?? false))

  test('reads the user of Passport', async () => {
    const instance = new passport.Passport()
    instance.use(strategy)
    const app = express()
    app.post(
      '/usersig',
      instance.authenticate('bearer', { session: false }),
      issueUserSig({ credentials, authenticate: passportUser() }),
    )
    const origin = await listen(app)
    expect(await ask(origin, { authorization: 'Bearer token-of-alice' })).toBe(USER_ID)
    expect(await ask(origin, { authorization: 'Bearer token-of-mallory' })).toBe(401)
  })

  test.each([
    ['nobody', {}, null],
    ['nobody, as some strategies say it', { user: false }, null],
    ['a user of Koa', { state: { user: { id: 'bob' } } }, 'bob'],
    ['a number', { user: { id: 42 } }, '42'],
    ['an ObjectId', { user: { id: { toHexString: () => '65f0c0ffee65f0c0ffee65f0' } } }, '65f0c0ffee65f0c0ffee65f0'],
  ])('%s', (_, request, user) => {
    expect(passportUser()(request)).toBe(user)
  })

  test('says which member is missing', () => {
    expect(() => passportUser()({ user: { _id: 'x' } })).toThrow("passportUser({ key: '_id' })")
    expect(() => passportUser({ key: 'toString' })({ user: {} })).toThrow('the user has no toString')
  })
})

describe('betterAuth', () => {
  const auth = createBetterAuth({
    baseURL: 'https://app.example.com',
    secret: SECRET,
    database: memoryAdapter({ user: [], session: [], account: [], verification: [] }),
    emailAndPassword: { enabled: true },
    session: { cookieCache: { enabled: true, maxAge: 300 } },
  })
  const authenticate = betterAuth(auth)
  const signUp = async (name: string) => {
    const body = { name, email: `${name}@example.com`, password: 'a long password' }
    const response = await auth.api.signUpEmail({ body, asResponse: true })
    return { cookie: cookiesOf(response), id: ((await response.json()) as { user: { id: string } }).user.id }
  }

  test('takes the session of a fetch request, of Node and of Hono', async () => {
    const { cookie, id } = await signUp('alice')
    const request = new Request('https://app.example.com/usersig', { method: 'POST', headers: { cookie } })
    expect(id).toHaveLength(32)
    expect(await authenticate(request)).toBe(id)
    expect(await authenticate({ headers: { cookie, ':method': 'POST', host: undefined } })).toBe(id)
    const app = new Hono().post('/usersig', async (c) => c.text(String(await authenticate(c))))
    expect(await (await app.request(request)).text()).toBe(id)
  })

  test('knows nobody without a session, with a forged one, and after the logout', async () => {
    const { cookie } = await signUp('bob')
    expect(await authenticate(new Request('https://app.example.com/'))).toBeNull()
    expect(await authenticate({ headers: { cookie: '__Secure-better-auth.session_token=forged.forged' } })).toBeNull()
    await auth.api.signOut({ headers: new Headers({ cookie }) })
    // The cookie's own copy of the session would still count.
    expect(await authenticate({ headers: { cookie } })).toBeNull()
  })

  test('says what it takes', async () => {
    expect(() => betterAuth({} as never)).toThrow('needs the result of betterAuth() of the package better-auth')
    await expect(authenticate({})).rejects.toThrow('the request has no headers')
  })
})

describe('authJs', () => {
  const config = {
    secret: SECRET,
    trustHost: true,
    providers: [Credentials({ credentials: { name: {} }, authorize: ({ name }) => ({ id: `user-${name}` }) })],
    callbacks: {
      session: ({ session, token }: { session: object; token: { sub?: string } }) => ({
        ...session,
        user: { id: token.sub },
      }),
    },
  }

  test('takes the session of @auth/express', async () => {
    const app = express()
    app.use(/^\/auth\/(.*)$/, ExpressAuth(config as never))
    const authenticate = authJs((req) => getSession(req, config as never))
    app.post('/usersig', issueUserSig({ credentials, authenticate }))
    const origin = await listen(app)
    const csrf = await fetch(`${origin}/auth/csrf`)
    const { csrfToken } = (await csrf.json()) as { csrfToken: string }
    const login = await fetch(`${origin}/auth/callback/credentials`, {
      method: 'POST',
      redirect: 'manual',
      headers: { cookie: cookiesOf(csrf), 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ csrfToken, name: 'alice' }),
    })
    expect(await ask(origin, { cookie: cookiesOf(login) })).toBe('user-alice')
    expect(await ask(origin)).toBe(401)
    expect(await ask(origin, { cookie: 'authjs.session-token=forged' })).toBe(401)
  })

  test('says that the session has no id', async () => {
    const authenticate = authJs(async () => ({ user: { name: 'Alice' } as never }))
    await expect(authenticate({})).rejects.toThrow('add it in the session callback of Auth.js')
    expect(await authJs(async () => null)({})).toBeNull()
    expect(() => authJs({} as never)).toThrow('such as () => auth()')
  })
})
