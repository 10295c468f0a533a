import { guardOptions, SECRET_KEY } from '@usersig/contract/fixture'
import type { Request } from 'express'
import { describe, expect, expectTypeOf, test, vi } from 'vitest'
import {
  type ExpressContext,
  getUserSig,
  type IssueUserSigOptions,
  issueUserSig,
  requireUserSig,
  requireWebhook,
} from '../src/index.ts'

import { start, VERSIONS } from './apps.ts'

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
    expect(() => create(wrong({ passErrors: 'yes' }))).toThrow(/passErrors/)
    expect(() => create(wrong({ passErrors: true, onError: 'log' }))).toThrow(/onError/)
    expect(() => create(wrong({ passError: true }))).toThrow('did you mean "passErrors"?')
    expect(() => create(wrong('usersig'))).toThrow(TypeError)
  })

  test('with a key that is not one', () => {
    const missing = { sdkAppId: 1400000000, secretKey: undefined }
    expect(() => issueUserSig(wrong({ credentials: missing, authenticate }))).toThrow(TypeError)
    expect(() => issueUserSig(wrong({ credentials: missing, authenticate }))).toThrow(/\n {2}credentials: \{/)
    const empty = { sdkAppId: 1400000000, secretKey: '' }
    expect(() => issueUserSig(wrong({ credentials: empty, authenticate }))).toThrow(
      expect.objectContaining({ code: 'invalid_secret_key' }),
    )
  })
})

describe.each(VERSIONS)('%s', (_name, express) => {
  test('a handler that was not created answers 500 and says what is missing', async () => {
    const app = express()
    const messages: string[] = []
    app.post('/usersig', issueUserSig as never)
    app.use(collect(messages))
    const { baseUrl, close } = await start(app)
    expect((await fetch(`${baseUrl}/usersig`, { method: 'POST' })).status).toBe(500)
    expect(messages).toEqual([expect.stringContaining('issueUserSig')])
    close()
  })

  test('getUserSig says so when no guard has seen the request', async () => {
    const app = express()
    const messages: string[] = []
    app.get('/me', (req, res) => {
      res.json(getUserSig(req))
    })
    app.use(collect(messages))
    const { baseUrl, close } = await start(app)
    expect((await fetch(`${baseUrl}/me`)).status).toBe(500)
    expect(messages).toEqual([expect.stringContaining('requireUserSig()')])
    close()
  })
})

function collect(messages: string[]) {
  return (error: Error, _req: unknown, res: { sendStatus(status: number): unknown }, _next: unknown) => {
    messages.push(error.message)
    res.sendStatus(500)
  }
}

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

test('callbacks get the request of Express', () => {
  issueUserSig({
    credentials: { sdkAppId: 1400000000, secretKey: SECRET_KEY },
    authenticate: (req, context) => {
      expectTypeOf(req).toEqualTypeOf<Request>()
      expectTypeOf(context).toEqualTypeOf<ExpressContext>()
      return req.get('x-user')
    },
    authorizeRoom: (room, req) => {
      expectTypeOf(req).toEqualTypeOf<Request>()
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
