import type { IncomingMessage } from 'node:http'
import { describeBounds } from '@usersig/contract/bounds'
import { guardOptions, SECRET_KEY } from '@usersig/contract/fixture'
import { describeWrongWiring, testExplainInProduction } from '@usersig/contract/wiring'
import type { FastifyRequest } from 'fastify'
import { expect, expectTypeOf, test } from 'vitest'
import {
  type FastifyContext,
  getUserSig,
  getWebhook,
  issueUserSig,
  requireUserSig,
  requireWebhook,
} from '../src/index.ts'
import { VERSIONS } from './apps.ts'

const { credentials } = guardOptions()
const _authenticate = () => 'alice'

describeWrongWiring({ issueUserSig, requireUserSig, requireWebhook })

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

testExplainInProduction({ issueUserSig, requireUserSig })

describeBounds({
  issue: issueUserSig as never,
  guard: requireUserSig as never,
  webhook: requireWebhook as never,
  readsBodies: true,
})
