import { createHmac } from 'node:crypto'
import { createUserSigEndpoint } from '@usersig/core/endpoint'
import { exportJWK, exportSPKI, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose'
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { type Authenticate, atFirstRequest, auth0, getClaims, jwt } from '../src/index.ts'
import { listen, type Running } from './provider.ts'

const ISSUER = 'https://login.example.com/'
const AUDIENCE = 'https://api.example.com'
const now = () => Math.floor(Date.now() / 1000)

type KeyPair = Awaited<ReturnType<typeof generateKeyPair>>
let pair: KeyPair
let other: KeyPair
let jwks: JSONWebKeySet

beforeAll(async () => {
  pair = await generateKeyPair('RS256', { extractable: true })
  other = await generateKeyPair('RS256', { extractable: true })
  jwks = { keys: [{ ...(await exportJWK(pair.publicKey)), kid: 'one', alg: 'RS256', use: 'sig' }] }
})

interface Parts {
  claims?: JWTPayload
  header?: Record<string, unknown>
  key?: KeyPair['privateKey']
}

async function sign({ claims = {}, header = {}, key = pair.privateKey }: Parts = {}): Promise<string> {
  const payload = { iss: ISSUER, aud: AUDIENCE, sub: 'alice', iat: now(), exp: now() + 600, ...claims }
  return await new SignJWT(payload).setProtectedHeader({ alg: 'RS256', kid: 'one', ...header }).sign(key)
}

const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')
const bearer = (token: string) => ({ headers: { authorization: `Bearer ${token}` } })
const quiet = { onRefused: () => {} }
const login = (more: object = {}): Authenticate => jwt({ issuer: ISSUER, audience: AUDIENCE, jwks, ...quiet, ...more })

describe('a good token', () => {
  test('is a login, wherever the framework keeps the header', async () => {
    const token = await sign()
    const authenticate = login()
    const authorization = `Bearer ${token}`
    const requests = {
      fetch: new Request('https://example.com', { headers: { authorization } }),
      'node, express, fastify, nest': { headers: { authorization } },
      koa: { headers: { authorization }, request: {} },
      hono: { req: { header: (name: string) => (name === 'authorization' ? authorization : undefined) } },
    }
    for (const request of Object.values(requests)) expect(await authenticate(request)).toBe('alice')
  })

  test.each(['Authorization', 'AUTHORIZATION', 'aUTHORIZATION'])(
    'is a login where the event of a function keeps the name %s as it came',
    async (name) => {
      expect(await login()({ headers: { Host: 'api.example.com', [name]: `Bearer ${await sign()}` } })).toBe('alice')
    },
  )

  test('is a login where two spellings of the name hold the same token', async () => {
    const authorization = `Bearer ${await sign()}`
    expect(await login()({ headers: { Authorization: authorization, authorization } })).toBe('alice')
  })

  test('is none where two spellings of the name hold different ones', async () => {
    const [alice, bob] = [`Bearer ${await sign()}`, `Bearer ${await sign({ claims: { sub: 'bob' } })}`]
    expect(await login()({ headers: { Authorization: alice, authorization: bob } })).toBe(null)
    expect(await login()({ headers: { authorization: bob, Authorization: alice } })).toBe(null)
    expect(await login()({ headers: { authorization: bob, Authorization: ['x'] } })).toBe(null)
  })

  test('names the user by a claim, or as the app says', async () => {
    const uuid = '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d'
    const token = bearer(await sign({ claims: { sub: uuid, email: 'alice@example.com' } }))
    expect(await login()(token)).toBe('0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d')
    expect(await login({ userId: 'email' })(token)).toMatch(/^-.{31}$/)
    expect(await login({ userId: async ({ sub }: JWTPayload) => sub?.slice(0, 8) })(token)).toBe('0b4b4bd0')
  })

  test('leaves its claims with the request', async () => {
    const request = bearer(await sign({ claims: { rooms: ['a'] } }))
    expect(() => getClaims(request)).toThrow(/the very request/)
    await login()(request)
    expect(getClaims(request)).toMatchObject({ sub: 'alice', rooms: ['a'] })
    expect(() => getClaims({ ...request })).toThrow(TypeError)
    const forged = bearer(await sign({ key: other.privateKey }))
    await expect(login()(forged)).rejects.toThrow()
    expect(() => getClaims(forged)).toThrow(TypeError)
  })

  test('is none where there is none', async () => {
    const token = await sign()
    for (const request of [
      {},
      undefined,
      null,
      { headers: {} },
      { headers: { authorization: `Basic ${token}` } },
      { headers: { authorization: ['a', 'b'] } },
      new Request('https://example.com'),
      Object.create({ headers: { authorization: 'Bearer x y' } }),
    ]) {
      expect(await login()(request)).toBe(null)
    }
  })
})

describe('a forged token', () => {
  const forgeries: Record<string, () => Promise<string> | string> = {
    'signed with another key': () => sign({ key: other.privateKey }),
    'signed with another key under the same name of it': () => sign({ key: other.privateKey, header: { kid: 'one' } }),
    'with a key that nobody knows': () => sign({ header: { kid: 'nobody' } }),
    'without a signature': async () => `${base64({ alg: 'none' })}.${(await sign()).split('.')[1]}.`,
    'with alg None in other letters': async () =>
      `${base64({ alg: 'nOnE', kid: 'one' })}.${(await sign()).split('.')[1]}.`,
    'whose public key was taken for a secret': async () => {
      const [, payload] = (await sign()).split('.')
      const head = base64({ alg: 'HS256', kid: 'one' })
      const secret = await exportSPKI(pair.publicKey)
      return `${head}.${payload}.${createHmac('sha256', secret).update(`${head}.${payload}`).digest('base64url')}`
    },
    'whose signature was cut off': async () => (await sign()).slice(0, -20),
    'whose claims were changed': async () => {
      const [head, , signature] = (await sign()).split('.')
      return `${head}.${base64({ iss: ISSUER, aud: AUDIENCE, sub: 'admin', exp: now() + 600 })}.${signature}`
    },
    'with a key of its own in the header': async () =>
      sign({ key: other.privateKey, header: { jwk: await exportJWK(other.publicKey) } }),
    'with an address of keys in the header': () =>
      sign({ key: other.privateKey, header: { jku: 'https://attacker.example/jwks.json' } }),
    'with a certificate in the header': () => sign({ key: other.privateKey, header: { x5c: ['MIIB'] } }),
    'with an extension that must be understood': async () => {
      const [, payload, signature] = (await sign()).split('.')
      return `${base64({ alg: 'RS256', kid: 'one', crit: ['exp'], exp: 0 })}.${payload}.${signature}`
    },
    'of another issuer': () => sign({ claims: { iss: 'https://attacker.example/' } }),
    'of an issuer without the slash': () => sign({ claims: { iss: ISSUER.slice(0, -1) } }),
    'for another audience': () => sign({ claims: { aud: 'https://other.example.com' } }),
    'for an audience that begins alike': () => sign({ claims: { aud: `${AUDIENCE}.attacker.example` } }),
    'without an audience': () => sign({ claims: { aud: undefined as never } }),
    'that has ended': () => sign({ claims: { exp: now() - 60 } }),
    'that never ends': () => sign({ claims: { exp: undefined as never } }),
    'that ends as a text': () => sign({ claims: { exp: String(now() + 600) as never } }),
    'that is not valid yet': () => sign({ claims: { nbf: now() + 60 } }),
    'without a user': () => sign({ claims: { sub: undefined as never } }),
    'with an empty user': () => sign({ claims: { sub: '' } }),
    'with a user that is a number': () => sign({ claims: { sub: 7 as never } }),
    'with a user without end': () => sign({ claims: { sub: 'x'.repeat(2000) } }),
    'that is encrypted': () => `${base64({ alg: 'dir', enc: 'A256GCM' })}..AAAA.AAAA.AAAA`,
    'of two parts': async () => (await sign()).split('.').slice(0, 2).join('.'),
    'that is no token': () => 'token-of-alice',
    'of a megabyte': () => `${'a'.repeat(1e6)}.b.c`,
    'of the algorithm RS1': async () =>
      `${base64({ alg: 'RS1', kid: 'one' })}.${(await sign()).split('.').slice(1).join('.')}`,
  }

  test.each(Object.entries(forgeries))('%s: 401', async (_, forge) => {
    const refused: string[] = []
    const authenticate = login({ onRefused: ({ message }: Error) => refused.push(message) })
    const error = await authenticate(bearer(await forge())).then(
      (user) => expect.fail(`it logged in ${user}`),
      (thrown) => thrown,
    )
    expect(error).toMatchObject({ status: 401, code: 'unauthenticated', message: 'log in first' })
    expect(refused).toHaveLength(1)
    expect(JSON.stringify([error, error.cause, refused])).not.toMatch(/alice|admin|eyJ/)
  })

  test('is told with the request that it came with', async () => {
    const onRefused = vi.fn()
    const request = bearer(await sign({ claims: { exp: now() - 60 } }))
    await expect(login({ onRefused })(request)).rejects.toMatchObject({ status: 401 })
    expect(onRefused.mock.calls).toEqual([[expect.any(Error), request]])
    expect(onRefused.mock.calls[0]?.[1]).toBe(request)
  })

  test('answers 401 at the endpoint, and the log knows why', async () => {
    const onError = vi.fn()
    const endpoint = createUserSigEndpoint<object>({
      credentials: { sdkAppId: 1400000000, secretKey: 'the key of these tests' },
      authenticate: login(),
      onError,
    })
    const ask = (token: string) =>
      endpoint({
        method: 'POST',
        header: () => undefined,
        readBody: async () => new Uint8Array(),
        request: bearer(token),
        context: undefined,
      })
    const answer = await ask(await sign({ claims: { exp: now() - 60 } }))
    expect([answer.status, answer.headers['www-authenticate']]).toEqual([
      401,
      'Bearer realm="usersig", error="invalid_token"',
    ])
    expect(answer.body).not.toContain('exp')
    expect(onError.mock.calls[0]?.[0].error.cause.message).toContain(
      'the token has expired: let the app fetch a new one before it asks for a ticket, and check the clock of this server [ERR_JWT_EXPIRED]',
    )
    expect((await ask(await sign())).status).toBe(200)
  })
})

describe('the log says what was expected, and what to do', () => {
  const told = async (token: string, more: object = {}): Promise<string> => {
    const refused: string[] = []
    const authenticate = login({ onRefused: ({ message }: Error) => refused.push(message), ...more })
    await expect(authenticate(bearer(token))).rejects.toMatchObject({ status: 401 })
    expect(refused).toHaveLength(1)
    return refused[0] as string
  }

  test.each<[string, () => Promise<string> | string, RegExp]>([
    [
      'another issuer',
      () => sign({ claims: { iss: 'https://attacker.example/' } }),
      /another issuer than https:\/\/login\.example\.com\/: set LOGIN_ISSUER .*iss.* \[ERR_JWT_CLAIM_VALIDATION_FAILED\]$/,
    ],
    [
      'another audience',
      () => sign({ claims: { aud: 'https://attacker.example' } }),
      /another audience than https:\/\/api\.example\.com: set LOGIN_AUDIENCE .*aud.* \[ERR_JWT_CLAIM_VALIDATION_FAILED\]$/,
    ],
    [
      'no audience',
      () => sign({ claims: { aud: undefined as never } }),
      /set LOGIN_AUDIENCE .* \[ERR_JWT_CLAIM_VALIDATION_FAILED\]$/,
    ],
    [
      'a key that nobody knows',
      () => sign({ header: { kid: 'no' } }),
      /^no key of jwks .* \[ERR_JWKS_NO_MATCHING_KEY\]$/,
    ],
    [
      'a signature of another key',
      () => sign({ key: other.privateKey }),
      /changed or cut on its way.* \[ERR_JWS_SIGNATURE_VERIFICATION_FAILED\]$/,
    ],
    ['an opaque token', () => 'token-of-somebody', /^not a JWT: .*audience or resource.* \[ERR_JWS_INVALID\]$/],
    ['an encrypted token', () => `${base64({ alg: 'dir' })}..AAAA.AAAA.AAAA`, /\(JWE\).* \[ERR_JWS_INVALID\]$/],
    ['a token without its end', async () => (await sign()).replace(/[^.]+$/, ''), /cut on its way.* \[ERR_JW/],
    ['no user', () => sign({ claims: { sub: undefined as never } }), /names no user \(sub\).*of the app itself/],
    ['no end', () => sign({ claims: { exp: undefined as never } }), /never expires/],
    ['a later begin', () => sign({ claims: { nbf: now() + 60 } }), /not valid yet.*clock/],
    ['an end as a text', () => sign({ claims: { exp: 'tomorrow' as never } }), /the claim exp of the token is wrong/],
    [
      'a shared secret',
      async () => `${base64({ alg: 'HS256' })}.${(await sign()).split('.').slice(1).join('.')}`,
      /another algorithm than RS256, .*HS256.* \[ERR_JOSE_ALG_NOT_ALLOWED\]$/,
    ],
  ])('%s', async (_, make, sentence) => {
    const token = await make()
    const said = await told(token)
    expect(said).toMatch(sentence)
    expect(said).not.toMatch(/attacker|alice|somebody|tomorrow|eyJ/)
  })

  test('a key that the provider has only after it restarts', async () => {
    const running = await listen((_request, response) => {
      response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify(jwks))
    })
    const said = await told(await sign({ header: { kid: 'next' } }), { jwks: `${running.origin}/jwks` })
    await running.close()
    expect(said).toBe(
      `no key of ${ISSUER} signed this token: it is from another issuer, or the provider has restarted with new keys (they are asked for again within 30 s) [ERR_JWKS_NO_MATCHING_KEY]`,
    )
  })

  test.each(['Basic YWxpY2U6c2VjcmV0', 'Bearer', 'Bearer ', 'Bearer one two', 'eyJhbGciOiJSUzI1NiJ9.e30.AAAA'])(
    'a header that is no Bearer and a token: %s',
    async (header) => {
      const onRefused = vi.fn()
      const request = { headers: { authorization: header } }
      expect(await login({ onRefused })(request)).toBe(null)
      expect(onRefused.mock.calls).toEqual([[expect.any(Error), request]])
      const said = String(onRefused.mock.calls[0]?.[0])
      expect(said).toContain('the Authorization header is not Bearer and a token')
      expect(said).not.toMatch(/YWxp|one two|eyJ/)
    },
  )

  test('nothing of a request without the header', async () => {
    const onRefused = vi.fn()
    expect(await login({ onRefused })({ headers: { cookie: 'session=1' } })).toBe(null)
    expect(onRefused).not.toHaveBeenCalled()
  })
})

describe('what is printed by itself', () => {
  afterEach(() => vi.restoreAllMocks())

  test('is each reason once in ten seconds, without the token', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
    const authenticate = jwt({ issuer: ISSUER, audience: AUDIENCE, jwks })
    const token = await sign({ claims: { exp: now() - 60 } })
    for (let i = 0; i < 20; i++) await authenticate(bearer(token)).catch(() => {})
    expect(warn.mock.calls).toEqual([
      [
        'usersig: a login was refused: the token has expired: let the app fetch a new one before it asks for a ticket, and check the clock of this server [ERR_JWT_EXPIRED]',
      ],
    ])
  })
})

describe('the keys of a provider', () => {
  let running: Running | undefined
  afterEach(async () => {
    vi.restoreAllMocks()
    await running?.close()
    running = undefined
  })

  async function serve() {
    const state = { keys: jwks.keys, asked: 0, mode: 'ok' as 'ok' | 'down' | 'hang' | 'huge' | 'redirect' }
    running = await listen((_request, response) => {
      state.asked++
      if (state.mode === 'hang') return
      if (state.mode === 'down') response.writeHead(500).end()
      else if (state.mode === 'redirect') response.writeHead(302, { location: 'http://127.0.0.1:9/' }).end()
      else if (state.mode === 'huge') response.end(JSON.stringify({ keys: [], pad: 'x'.repeat(2e6) }))
      else response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ keys: state.keys }))
    })
    return { state, authenticate: login({ jwks: `${running.origin}/jwks` }) }
  }

  test('are fetched once for many requests, and again when a token names a new one', async () => {
    const { state, authenticate } = await serve()
    const token = bearer(await sign())
    expect(await Promise.all(Array.from({ length: 50 }, () => authenticate(token)))).toEqual(Array(50).fill('alice'))
    expect(state.asked).toBe(1)
    state.keys = [{ ...(await exportJWK(other.publicKey)), kid: 'two', alg: 'RS256' }]
    const clock = vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 31_000)
    const next = await sign({ key: other.privateKey, header: { kid: 'two' }, claims: { iat: now(), exp: now() + 600 } })
    expect(await authenticate(bearer(next))).toBe('alice')
    expect(state.asked).toBe(2)
    clock.mockRestore()
  })

  test('that are not known do not let a client ask the provider again and again', async () => {
    const { state, authenticate } = await serve()
    await authenticate(bearer(await sign()))
    for (let i = 0; i < 20; i++) {
      await expect(authenticate(bearer(await sign({ header: { kid: `k${i}` } })))).rejects.toMatchObject({
        status: 401,
      })
    }
    expect(state.asked).toBeLessThanOrEqual(2)
  })

  test.each(['down', 'huge', 'redirect'] as const)(
    'cannot be had (%s): 503, and the provider is left alone',
    async (mode) => {
      const { state, authenticate } = await serve()
      state.mode = mode
      const token = bearer(await sign())
      for (let i = 0; i < 5; i++) {
        await expect(authenticate(token)).rejects.toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
      }
      expect(state.asked).toBe(1)
    },
  )

  test('serve on while the provider is down', async () => {
    const { state, authenticate } = await serve()
    const token = bearer(await sign({ claims: { exp: now() + 90_000 } }))
    expect(await authenticate(token)).toBe('alice')
    state.mode = 'down'
    const start = performance.now()
    const clock = vi.spyOn(performance, 'now')
    clock.mockImplementation(() => start + 3_600_000)
    expect(await authenticate(token)).toBe('alice')
    clock.mockImplementation(() => start + 86_500_000)
    await expect(authenticate(token)).rejects.toMatchObject({ status: 503 })
  })

  test('tell a readiness probe: there, stale, gone, and there again', async () => {
    const { state, authenticate } = await serve()
    expect(await authenticate.ready()).toBe('fresh')
    expect(await authenticate(bearer(await sign()))).toBe('alice')
    expect(state.asked).toBe(1)
    state.mode = 'down'
    expect(await authenticate.ready()).toBe('fresh')
    const start = performance.now()
    const clock = vi.spyOn(performance, 'now')
    clock.mockImplementation(() => start + 3_600_000)
    expect(await authenticate.ready()).toBe('stale')
    clock.mockImplementation(() => start + 86_500_000)
    await expect(authenticate.ready()).rejects.toThrow(/cannot be fetched/)
    state.mode = 'ok'
    clock.mockImplementation(() => start + 86_600_000)
    expect(await authenticate.ready()).toBe('fresh')
    expect(await login().ready()).toBe('fresh')
  })

  test('that hang are given up', async () => {
    const { state, authenticate } = await serve()
    state.mode = 'hang'
    await expect(authenticate(bearer(await sign()))).rejects.toMatchObject({ status: 503 })
  })
})

describe('wrong wiring', () => {
  test.each<[string, object, RegExp]>([
    ['no issuer', { audience: 'a' }, /issuer is missing/],
    ['no audience', { issuer: ISSUER }, /audience is missing/],
    [
      'variables that are not set',
      { issuer: undefined, audience: undefined },
      /issuer is missing.*set the variable.*LOGIN_ISSUER.*--env-file=\.env/,
    ],
    [
      'a variable for the audience that is not set',
      { issuer: ISSUER, audience: undefined },
      /set the variable.*LOGIN_AUDIENCE/,
    ],
    ['an empty variable', { issuer: '', audience: 'a' }, /issuer/],
    ['an empty audience', { issuer: ISSUER, audience: [] }, /audience must be a text/],
    [
      'an issuer without https',
      { issuer: 'http://login.example.com', audience: 'a' },
      /issuer must be an https address/,
    ],
    [
      'keys over http',
      { issuer: ISSUER, audience: 'a', jwks: 'http://login.example.com/jwks' },
      /jwks must be an https/,
    ],
    ['HS256', { issuer: ISSUER, audience: 'a', algorithms: ['HS256'] }, /algorithms must be some of RS256/],
    ['none', { issuer: ISSUER, audience: 'a', algorithms: ['none'] }, /algorithms must be some of/],
    ['a tolerance of a day', { issuer: ISSUER, audience: 'a', clockTolerance: 86_400 }, /clockTolerance is 86400/],
    [
      'another name',
      { issuer: ISSUER, audiences: 'a' },
      /jwt: there is no option "audiences": did you mean "audience"\?/,
    ],
  ])('is refused at start: %s', (_, options, message) => {
    expect(() => jwt(options as never)).toThrow(TypeError)
    expect(() => jwt(options as never)).toThrow(message)
  })

  test.each(['http://localhost:4100', 'http://127.0.0.1:4100', 'http://127.8.9.1', 'http://[::1]:4100/'])(
    'a provider of this machine may be without https, for a trial: %s',
    (issuer) => {
      expect(() => jwt({ issuer, audience: 'my-api' })).not.toThrow()
    },
  )

  test.each([
    'http://localhost.attacker.example',
    'http://127.0.0.1.attacker.example',
    'http://user@attacker.example/localhost',
    'http://localhost@attacker.example',
    'http://0.0.0.0:4100',
    'http://10.0.2.2:4100',
    'http://[::ffff:10.0.0.1]:4100',
    'http://host.docker.internal:4100',
    'ftp://localhost',
    'localhost:4100',
  ])('a provider elsewhere may not: %s', (issuer) => {
    expect(() => jwt({ issuer, audience: 'my-api' })).toThrow('issuer must be an https address, or http://localhost')
  })

  test('a preset says which variable may not be set', () => {
    expect(() => auth0({ domain: process.env['NOT_SET'], audience: 'a' })).toThrow(
      'domain is missing: write it, or set the variable that you read it from',
    )
  })
})

describe('a login that is made at the first request', () => {
  const variables = (audience?: string) => ({ LOGIN_ISSUER: ISSUER, LOGIN_AUDIENCE: audience })
  const late = (made: unknown[] = []) =>
    atFirstRequest((env: ReturnType<typeof variables> | undefined) => {
      made.push(env)
      return login({ issuer: env?.LOGIN_ISSUER, audience: env?.LOGIN_AUDIENCE })
    })

  test('gets the variables of a fetch handler, or of Hono, and is made once', async () => {
    const env = variables(AUDIENCE)
    const made: unknown[] = []
    const authenticate = late(made)
    expect(made).toEqual([])
    const request = bearer(await sign())
    expect(await Promise.all([authenticate(request, { env }), authenticate(request, { env })])).toEqual([
      'alice',
      'alice',
    ])
    expect(made).toEqual([env])
    expect(await late()({ env, ...request })).toBe('alice')
    expect(await authenticate({ headers: {} }, { env })).toBe(null)
  })

  test('says what is missing, and is tried again', async () => {
    const authenticate = late()
    const request = bearer(await sign())
    await expect(authenticate(request)).rejects.toThrow('issuer is missing')
    await expect(authenticate(request, { env: variables() })).rejects.toThrow('audience is missing')
    expect(await authenticate(request, { env: variables(AUDIENCE) })).toBe('alice')
    expect(() => atFirstRequest({} as never)).toThrow(TypeError)
  })
})
