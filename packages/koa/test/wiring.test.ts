import { IncomingMessage, ServerResponse } from 'node:http'
import { Socket } from 'node:net'
import { describeBounds } from '@usersig/contract/bounds'
import { guardOptions, SECRET_KEY } from '@usersig/contract/fixture'
import { describeWrongWiring, testExplainInProduction } from '@usersig/contract/wiring'
import Koa, { type Context } from 'koa'
import { expect, expectTypeOf, test } from 'vitest'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'

const { credentials } = guardOptions()
const authenticate = () => 'alice'

describeWrongWiring({ issueUserSig, requireUserSig, requireWebhook }, () => {
  test('with a path that is not one', () => {
    expect(() => issueUserSig({ credentials, authenticate, path: 'usersig' })).toThrow(/^path must be one literal path/)
  })
})

test('getUserSig and getWebhook say so when no guard has seen the request', () => {
  const [req, res] = [new IncomingMessage(new Socket()), new ServerResponse(new IncomingMessage(new Socket()))]
  const ctx = new Koa().createContext(req, res)
  expect(() => getUserSig(ctx)).toThrow('requireUserSig()')
  expect(() => getWebhook(ctx)).toThrow('requireWebhook({ trtcKey })')
})

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

test('callbacks get the context of Koa', () => {
  issueUserSig({
    credentials: { sdkAppId: 1400000000, secretKey: SECRET_KEY },
    authenticate: (ctx) => {
      expectTypeOf(ctx).toEqualTypeOf<Context>()
      return ctx.get('x-user')
    },
    authorizeRoom: (room, ctx) => {
      expectTypeOf(ctx).toEqualTypeOf<Context>()
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
