import { once } from 'node:events'
import { get, type IncomingMessage } from 'node:http'
import { guardOptions } from '@usersig/contract/fixture'
import { afterEach, describe, expect, expectTypeOf, test } from 'vitest'
import { createUserSigListener, getUserSig, requireUserSig, type UserSigListenerOptions } from '../src/index.ts'
import { ISSUE_OPTIONS, type Running, start } from './servers.ts'

const { credentials } = guardOptions()
const authenticate = () => 'alice'

let running: Running | undefined
afterEach(() => running?.close())

/** What a program in JavaScript may pass by mistake. */
function wrong(options: unknown): UserSigListenerOptions {
  return options as UserSigListenerOptions
}

describe('wrong wiring fails when the app starts', () => {
  test('without authenticate', () => {
    expect(() => createUserSigListener(wrong({ credentials }))).toThrow(TypeError)
    expect(() => createUserSigListener(wrong({ credentials }))).toThrow(/^authenticate is missing/)
  })

  test.each([createUserSigListener, requireUserSig])('without credentials: %o', (create) => {
    expect(() => create(wrong({ authenticate }))).toThrow(TypeError)
    expect(() => create(wrong({ authenticate }))).toThrow(/^credentials is missing/)
    expect(() => create(wrong(undefined))).toThrow(TypeError)
  })

  test.each(['usersig', '', '/a?b', '/a/*', '/:id', 5, null])('with the path %o', (path) => {
    expect(() => createUserSigListener(wrong({ ...ISSUE_OPTIONS, path }))).toThrow(TypeError)
    expect(() => createUserSigListener(wrong({ ...ISSUE_OPTIONS, path }))).toThrow(/^path must/)
  })
})

test('a guard on a bare server says that something has to come next', () => {
  const guard = requireUserSig({ credentials }) as (req: unknown, res: unknown) => void
  expect(() => guard({}, {})).toThrow(/pass what comes next/)
})

test('getUserSig says so when no guard is in front', () => {
  expect(() => getUserSig({} as IncomingMessage)).toThrow(TypeError)
  expect(() => getUserSig({} as IncomingMessage)).toThrow(/requireUserSig\(/)
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
    const issue = createUserSigListener({ ...ISSUE_OPTIONS, path: '/usersig' })
    running = await start((req, res) => issue(req, res, () => res.writeHead(202).end()))
    const [answer] = await once(get({ port: running.port, host: '127.0.0.1', path }), 'response')
    answer.resume()
    expect(answer.statusCode).toBe(answered ? 405 : 202)
  })

  test('other paths get a problem document where nobody comes next', async () => {
    running = await start(createUserSigListener({ ...ISSUE_OPTIONS, path: '/usersig' }))
    const answer = await fetch(`${running.baseUrl}/other`, { method: 'POST', body: 'x' })
    expect([answer.status, answer.headers.get('content-type')]).toEqual([404, 'application/problem+json'])
    expect(await answer.json()).toMatchObject({ code: 'not_found' })
  })
})

test('an answer that somebody has given before is left as it is', async () => {
  const issue = createUserSigListener(ISSUE_OPTIONS)
  running = await start((req, res) => {
    res.writeHead(503).end('busy')
    issue(req, res, () => expect.fail('nothing went wrong'))
  })
  const answer = await fetch(running.baseUrl, { method: 'POST', headers: { 'x-test-user': 'alice' } })
  expect([answer.status, await answer.text()]).toEqual([503, 'busy'])
})

test('exports these names and no others', async () => {
  expect(Object.keys(await import('../src/index.ts')).sort()).toEqual([
    'createSignerResolver',
    'createUserSigListener',
    'createUserSignerFromEnv',
    'getCallback',
    'getUserSig',
    'requireCallback',
    'requireUserSig',
    'toCallbackRequest',
    'toEndpointRequest',
    'writeEndpointResponse',
  ])
  expect(Object.keys(await import('../src/compat.ts'))).toEqual(['Api'])
})

test('callbacks get the request of Node', () => {
  createUserSigListener({
    credentials,
    authenticate: (req) => {
      expectTypeOf(req).toEqualTypeOf<IncomingMessage>()
      return req.headers['x-user']?.toString()
    },
  })
  // @ts-expect-error: a user comes from `authenticate`, which is not optional.
  expect(() => createUserSigListener({ credentials })).toThrow()
})
