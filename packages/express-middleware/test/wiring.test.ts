import { guardOptions, SECRET_KEY } from '@usersig/contract/fixture'
import type { Request } from 'express'
import { describe, expect, expectTypeOf, test } from 'vitest'
import { getUserSig, type IssueUserSigOptions, issueUserSig, requireUserSig } from '../src/index.ts'
import { ISSUE_OPTIONS, start, VERSIONS } from './apps.ts'

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

  test.each([issueUserSig, requireUserSig])('without credentials: %o', (create) => {
    expect(() => create(wrong({ authenticate }))).toThrow(TypeError)
    expect(() => create(wrong({ authenticate }))).toThrow(/^credentials is missing[\s\S]+credentials: \{/)
  })

  test.each([issueUserSig, requireUserSig])('with options of the wrong kind: %o', (create) => {
    expect(() => create(wrong(undefined))).toThrow(TypeError)
    expect(() => create(wrong({ credentials, authenticate, passErrors: 'yes' }))).toThrow(/passErrors/)
    expect(() => create(wrong({ credentials, authenticate, passErrors: true, onError: 'log' }))).toThrow(/onError/)
  })

  test('with a key that is none', () => {
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
    expect(messages).toEqual([expect.stringContaining('credentials is missing')])
    close()
  })

  test('getUserSig says so when no guard is in front', async () => {
    const app = express()
    const messages: string[] = []
    app.get('/me', (req, res) => {
      res.json(getUserSig(req))
    })
    app.use(collect(messages))
    const { baseUrl, close } = await start(app)
    expect((await fetch(`${baseUrl}/me`)).status).toBe(500)
    expect(messages).toEqual([expect.stringContaining('requireUserSig({ credentials })')])
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
    'createSignerResolver',
    'getCallback',
    'getUserSig',
    'issueUserSig',
    'requireCallback',
    'requireUserSig',
  ])
})

test('callbacks get the request of Express', () => {
  issueUserSig({
    credentials: { sdkAppId: 1400000000, secretKey: SECRET_KEY },
    authenticate: (req) => {
      expectTypeOf(req).toEqualTypeOf<Request>()
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
  // @ts-expect-error: it is one or the other.
  expect(() => issueUserSig({ ...ISSUE_OPTIONS, signer: undefined as never, credentials: undefined })).toThrow()
})
