import { describeBounds } from '@usersig/contract/bounds'
import { guardOptions, SECRET_KEY } from '@usersig/contract/fixture'
import { describeWrongWiring, testExplainInProduction } from '@usersig/contract/wiring'
import type { Request } from 'express'
import { describe, expect, expectTypeOf, test } from 'vitest'
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

describeWrongWiring({ issueUserSig, requireUserSig, requireWebhook }, () => {
  test.each([issueUserSig, requireUserSig, requireWebhook])('with passErrors of the wrong kind: %o', (create) => {
    expect(() => create(wrong({ passErrors: 'yes' }))).toThrow(/passErrors/)
    expect(() => create(wrong({ passErrors: true, onError: 'log' }))).toThrow(/onError/)
    expect(() => create(wrong({ passError: true }))).toThrow('did you mean "passErrors"?')
  })

  test('with a key that is missing', () => {
    const missing = { sdkAppId: 1400000000, secretKey: undefined }
    expect(() => issueUserSig(wrong({ credentials: missing, authenticate }))).toThrow(TypeError)
    expect(() => issueUserSig(wrong({ credentials: missing, authenticate }))).toThrow(/\n {2}credentials: \{/)
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

testExplainInProduction({ issueUserSig, requireUserSig })

describeBounds({
  issue: issueUserSig as never,
  guard: requireUserSig as never,
  webhook: requireWebhook as never,
  readsBodies: true,
})
