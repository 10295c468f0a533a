import type { IncomingMessage } from 'node:http'
import { guardOptions, SECRET_KEY } from '@usersig/contract/fixture'
import type { FastifyRequest } from 'fastify'
import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import {
  type FastifyContext,
  getUserSig,
  getWebhook,
  type IssueUserSigOptions,
  issueUserSig,
  requireUserSig,
  requireWebhook,
} from '../src/index.ts'
import { VERSIONS } from './apps.ts'

const { credentials } = guardOptions()
const authenticate = () => 'alice'

/** What a program in JavaScript may pass by mistake. */
function wrong(options: unknown): IssueUserSigOptions {
  return options as IssueUserSigOptions
}

describe('wrong wiring fails when the app starts', () => {
  test('without authenticate', () => {
    expect(() => issueUserSig(wrong({ credentials }))).toThrow(TypeError)
    expect(() => issueUserSig(wrong({ credentials }))).toThrow(/^authenticate is missing[\s\S]+authenticate: \(/)
  })

  test.each([issueUserSig, requireUserSig])('without a key, in the options or the environment: %o', (create) => {
    const { USERSIG_SDKAPPID, USERSIG_SECRETKEY, ...rest } = process.env
    vi.stubGlobal('process', { ...process, env: rest })
    const options = create === issueUserSig ? { authenticate } : {}
    expect(() => create(wrong(options))).toThrow(/^there is no key: .* set USERSIG_SDKAPPID .*node --env-file=\.env/)
    vi.unstubAllGlobals()
  })

  test.each([issueUserSig, requireUserSig, requireWebhook])('with options of the wrong kind: %o', (create) => {
    expect(() => create(wrong({ onError: 'log' }))).toThrow(/onError/)
    expect(() => create(wrong({ callbackTimeOut: 1 }))).toThrow('did you mean "callbackTimeout"?')
    expect(() => create(wrong('usersig'))).toThrow(TypeError)
  })

  test('with a key that is not one', () => {
    const empty = { sdkAppId: 1400000000, secretKey: '' }
    expect(() => issueUserSig(wrong({ credentials: empty, authenticate }))).toThrow(
      expect.objectContaining({ code: 'invalid_secret_key' }),
    )
  })

  test('without a key for webhooks', () => {
    expect(() => requireWebhook({})).toThrow(/^trtcKey or chatToken is missing/)
  })
})

test.each(VERSIONS)(
  '%s: getUserSig and getWebhook say so when no guard has seen the request',
  async (_name, fastify) => {
    const app = fastify()
    app.get('/me', (request) => getUserSig(request))
    app.get('/event', (request) => getWebhook(request))
    expect((await app.inject('/me')).json().message).toContain('requireUserSig()')
    expect((await app.inject('/event')).json().message).toContain('preParsing: requireWebhook(')
    await app.close()
  },
)

test('exports these names and no others', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toEqual([
    'getUserSig',
    'getWebhook',
    'issueUserSig',
    'requireUserSig',
    'requireWebhook',
    'toUserId',
  ])
})

test('callbacks get the request of Fastify, and the reply', () => {
  issueUserSig({
    credentials: { sdkAppId: 1400000000, secretKey: SECRET_KEY },
    authenticate: (request, context) => {
      expectTypeOf(request).toEqualTypeOf<FastifyRequest>()
      expectTypeOf(request.raw).toEqualTypeOf<IncomingMessage>()
      expectTypeOf(context).toEqualTypeOf<FastifyContext>()
      return request.headers.authorization
    },
    authorizeRoom: (room, request) => {
      expectTypeOf(request).toEqualTypeOf<FastifyRequest>()
      expectTypeOf(room.userId).toBeString()
      return 'audience'
    },
  })
  // @ts-expect-error: a user comes from `authenticate`, which is not optional.
  expect(() => issueUserSig({ credentials })).toThrow()
})

test('explain is refused in production, unless the app says that this is none', () => {
  const explain = () => []
  const creators = [
    (more: object) => issueUserSig({ credentials, authenticate, ...more }),
    (more: object) => requireUserSig({ credentials, ...more }),
  ]
  vi.stubEnv('NODE_ENV', 'production')
  for (const create of creators) {
    expect(() => create({ explain })).toThrow(/explain is for development, and NODE_ENV is production/)
    expect(() => create({ explain: { with: explain, production: true } })).toThrow(/for development/)
    expect(() => create({ explain: { with: explain, production: false } })).not.toThrow()
  }
  vi.stubEnv('NODE_ENV', undefined)
  for (const create of creators) expect(() => create({ explain })).not.toThrow()
  vi.unstubAllEnvs()
})
