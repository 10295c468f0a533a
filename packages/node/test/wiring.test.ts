import { once } from 'node:events'
import { get, type IncomingMessage, type ServerResponse } from 'node:http'
import { describeBounds } from '@usersig/contract/bounds'
import { guardOptions } from '@usersig/contract/fixture'
import { testExplainInProduction } from '@usersig/contract/wiring'
import { afterEach, describe, expect, expectTypeOf, test, vi } from 'vitest'
import {
  getUserSig,
  getWebhook,
  type IssueUserSigOptions,
  issueUserSig,
  requireUserSig,
  requireWebhook,
} from '../src/index.ts'

import { ISSUE_OPTIONS, type Running, start } from './servers.ts'

const { credentials } = guardOptions()
const authenticate = () => 'alice'

let running: Running | undefined
afterEach(() => running?.close())

/** What a program in JavaScript may pass by mistake. */
function wrong(options: unknown): IssueUserSigOptions {
  return options as IssueUserSigOptions
}

describe('wrong wiring fails when the app starts', () => {
  test('without authenticate', () => {
    expect(() => issueUserSig(wrong({ credentials }))).toThrow(TypeError)
    expect(() => issueUserSig(wrong({ credentials }))).toThrow(/^authenticate is missing/)
  })

  test.each([issueUserSig, requireUserSig])('without a key, in the options or the environment: %o', (create) => {
    const { USERSIG_SDKAPPID, USERSIG_SECRETKEY, ...rest } = process.env
    vi.stubGlobal('process', { ...process, env: rest })
    const options = create === issueUserSig ? { authenticate } : {}
    expect(() => create(wrong(options))).toThrow(/^there is no key: .* set USERSIG_SDKAPPID .*node --env-file=\.env/)
    vi.unstubAllGlobals()
  })

  test.each([issueUserSig, requireUserSig, requireWebhook])('with an option that there is not: %o', (create) => {
    expect(() => create(wrong({ credentials, bodyTimout: 1, onEror: () => {} }))).toThrow(TypeError)
    expect(() => create(wrong({ onEror: () => {} }))).toThrow('did you mean "onError"?')
    expect(() => create(wrong('usersig'))).toThrow(TypeError)
  })

  test.each(['usersig', '', '/a?b', '/a/*', '/:id', 5, null])('with the path %o', (path) => {
    expect(() => issueUserSig(wrong({ ...ISSUE_OPTIONS, path }))).toThrow(TypeError)
    expect(() => issueUserSig(wrong({ ...ISSUE_OPTIONS, path }))).toThrow(/^path (must|is)/)
  })
})

test.each([requireUserSig({ credentials }), requireWebhook({ trtcKey: 'a key' })])(
  'a guard on a bare server says that something has to come next',
  (guard) => {
    expect(() => (guard as (req: unknown, res: unknown) => void)({}, {})).toThrow(/needs a next function/)
  },
)

test('getUserSig and getWebhook say so when no guard has seen the request', () => {
  expect(() => getUserSig({} as IncomingMessage)).toThrow(TypeError)
  expect(() => getUserSig({} as IncomingMessage)).toThrow(/requireUserSig\(/)
  expect(() => getWebhook({} as IncomingMessage)).toThrow(/requireWebhook\(/)
})

describe('path', () => {
  test.each<[string, boolean]>([
    ['/usersig', true],
    ['/usersig/', true],
    ['/usersig?roomId=1', true],
    ['http://elsewhere/usersig', true],
    ['/', false],
    ['/usersig/more', false],
    ['/Usersig', false],
    ['//usersig', false],
    ['/usersig%2f', false],
  ])('/usersig and %s: %s', async (path, answered) => {
    const issue = issueUserSig({ ...ISSUE_OPTIONS, path: '/usersig' })
    running = await start((req, res) => issue(req, res, () => res.writeHead(202).end()))
    const [answer] = await once(get({ port: running.port, host: '127.0.0.1', path }), 'response')
    answer.resume()
    expect(answer.statusCode).toBe(answered ? 405 : 202)
  })

  test('other paths get a problem document where nobody comes next', async () => {
    running = await start(issueUserSig({ ...ISSUE_OPTIONS, path: '/usersig' }))
    const answer = await fetch(`${running.baseUrl}/other`, { method: 'POST', body: 'x' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ code: 'not_found' })
  })
})

test('an answer that somebody has given before is left as it is', async () => {
  const issue = issueUserSig(ISSUE_OPTIONS)
  running = await start((req, res) => {
    res.writeHead(503).end('busy')
    issue(req, res, () => expect.fail('nothing went wrong'))
  })
  const answer = await fetch(running.baseUrl, { method: 'POST', headers: { 'x-test-user': 'alice' } })
  expect([answer.status, await answer.text()]).toEqual([503, 'busy'])
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
  expect(Object.keys(await import('../src/compat.ts'))).toEqual(['Api'])
})

test('callbacks get the request of Node, and its response for the cookies of a login', async () => {
  const issue = issueUserSig({
    credentials,
    authenticate: (req, context) => {
      expectTypeOf(req).toEqualTypeOf<IncomingMessage>()
      expectTypeOf(context.res).toEqualTypeOf<ServerResponse>()
      expect(Object.isFrozen(context)).toBe(true)
      context.res.setHeader('set-cookie', 'session=renewed')
      return req.headers['x-user']?.toString()
    },
  })
  running = await start(issue)
  const answer = await fetch(running.baseUrl, { method: 'POST', headers: { 'x-user': 'alice' } })
  expect([answer.status, answer.headers.get('set-cookie')]).toEqual([200, 'session=renewed'])
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
