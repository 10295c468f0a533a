import { describeBounds } from '@usersig/contract/bounds'
import { createUserSigner } from '@usersig/core'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { type FunctionAnswer, getUserSig, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'
import * as recorded from './events/recorded.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const signer = createUserSigner(credentials)
const { WECHAT_CALL, ...HTTP_EVENTS } = recorded
const onError = () => {}

/** The events as they are in the documents, but for the method and the body. */
const EVENTS = Object.entries(HTTP_EVENTS).map(([name, event]): [string, object] => {
  const context = ('requestContext' in event ? event.requestContext : {}) as { http?: object }
  const http = context.http && { requestContext: { ...context, http: { ...context.http, method: 'POST' } } }
  return [name, { ...event, ...('httpMethod' in event && { httpMethod: 'POST' }), ...http, body: null }]
})

const bodyOf = (answer: FunctionAnswer) => JSON.parse(answer.body)

describe('an event as it is in the documents', () => {
  test.each(EVENTS)('is answered: %s', async (_, event) => {
    const seen: unknown[] = []
    const context = { name: 'context of the platform' }
    const issue = issueUserSig({
      credentials,
      authenticate: (...given) => {
        seen.push(...given)
        return 'alice'
      },
    })
    const answer = await issue(event, context)
    expect(seen).toEqual([event, context])
    expect([answer.statusCode, answer.isBase64Encoded]).toEqual([200, false])
    expect(signer.verifyUserSig(bodyOf(answer).userSig).userId).toBe('alice')
  })

  test('of a load balancer is answered in its mode, with a description of the status', async () => {
    const issue = issueUserSig({ credentials, authenticate: () => null, onError })
    const plain = await issue(recorded.AWS_LOAD_BALANCER, {})
    expect(plain).toMatchObject({
      statusCode: 405,
      statusDescription: '405 Method Not Allowed',
      headers: { allow: 'POST' },
    })
    expect(plain).not.toHaveProperty('multiValueHeaders')
    const multiple = await issue(recorded.AWS_LOAD_BALANCER_MULTIPLE, {})
    expect(multiple).toMatchObject({
      statusDescription: '405 Method Not Allowed',
      multiValueHeaders: { allow: ['POST'] },
    })
    expect(multiple).not.toHaveProperty('headers')
  })

  test('of uniCloud is answered with the field by which Alibaba Cloud knows an answer, and no other is', async () => {
    const issue = issueUserSig({ credentials, authenticate: () => null, onError })
    for (const [name, event] of EVENTS) {
      const { mpserverlessComposedResponse } = await issue(event, {})
      expect([name, mpserverlessComposedResponse]).toEqual([name, name === 'UNICLOUD' ? true : undefined])
    }
  })

  test('has its cookies where a login looks for them', async () => {
    const guard = requireUserSig({ credentials, getToken: () => signer.genUserSig('alice') })
    const answer = await guard((event) => ({ cookies: event.cookies, userId: getUserSig(event).userId }))(
      recorded.AWS_HTTP_API,
      {},
    )
    expect(answer).toEqual({ cookies: ['cookie1', 'cookie2'], userId: 'alice' })
  })
})

describe('an event that is not an HTTP request', () => {
  const issue = issueUserSig({ credentials, authenticate: () => 'alice' })
  const NO_REQUESTS: [string, unknown][] = [
    ['of a queue', { Records: [{ eventSource: 'aws:sqs', body: '{}' }] }],
    ['of a timer', { Type: 'Timer', TriggerName: 'EveryDay', Time: '2019-02-21T11:49:00Z', Message: '' }],
    ['of a WebSocket API', { requestContext: { routeKey: '$connect', eventType: 'CONNECT' }, isBase64Encoded: false }],
    ['of a client that calls', WECHAT_CALL],
    ['without fields', {}],
    ['without headers', { httpMethod: 'POST', path: '/', isBase64Encoded: false, body: '' }],
    ['with a parsed body', { ...recorded.CLOUDBASE, body: { roomId: 1 } }],
    ['null', null],
    ['a text', '{"httpMethod":"POST"}'],
    ['an array', [recorded.CLOUDBASE]],
  ]
  test.each(NO_REQUESTS)('%s is refused, and the forms are named', async (_, event) => {
    await expect(issue(event, {})).rejects.toThrow(TypeError)
    await expect(issue(event, {})).rejects.toThrow(/API Gateway .* SCF, .* CloudBase .* uniCloud .* `callable: true`/s)
  })

  test('inside of an HTTP body stays a body', async () => {
    const inner = JSON.stringify({ ...recorded.CLOUDBASE, httpMethod: 'POST', userInfo: { openId: 'eve' } })
    const seen: unknown[] = []
    const refuse = issueUserSig({ credentials, authenticate: (event) => event.userInfo?.openId ?? null, onError })
    for (const [name, event] of EVENTS) {
      const answer = await refuse({ ...event, body: inner }, {})
      seen.push([name, answer.statusCode, bodyOf(answer).code])
    }
    expect(seen).toEqual(EVENTS.map(([name]) => [name, 401, 'unauthenticated']))
  })

  test('as the body on functions-framework stays a body', async () => {
    const context = {
      httpContext: { url: 'http://localhost/usersig', httpMethod: 'POST', headers: { 'content-length': '99' } },
    }
    const spy = vi.fn((_event: unknown, { httpContext }) => httpContext.headers['x-user'] ?? null)
    const forged = { ...recorded.CLOUDBASE, httpMethod: 'POST', headers: { 'x-user': 'eve' } }
    const answer = await issueUserSig({ credentials, authenticate: spy, onError })(forged, context)
    expect(answer.statusCode).toBe(401)
  })
})

describe('a callable function', () => {
  let openId: string | undefined
  const issue = issueUserSig({
    credentials,
    callable: true,
    authenticate: () => openId,
    authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
    onError,
  })
  beforeAll(() => {
    openId = 'oUserOfWeChat0123456789abcdef'
  })

  test('returns the tickets of whom the platform names', async () => {
    const answer = await issue(WECHAT_CALL, {})
    expect(answer).toMatchObject({ sdkAppId: 1400000000, userId: openId })
    expect(signer.verifyUserSig(String(answer['userSig'])).userId).toBe(openId)
    expect(await issue(undefined, {})).toMatchObject({ userId: openId })
  })

  test('takes a room from the client, and nothing else', async () => {
    expect(await issue({ ...WECHAT_CALL, strRoomId: 'lobby' }, {})).toMatchObject({ strRoomId: 'lobby' })
    expect(await issue({ strRoomId: 'other' }, {})).toMatchObject({ status: 403, code: 'room_refused' })
    for (const more of [{ userId: 'eve' }, { openId: 'eve' }, { expire: 1 }, ['lobby'], 'lobby']) {
      expect(await issue(more, {})).toMatchObject({ status: 400, code: 'invalid_body' })
    }
  })

  test('returns a problem to nobody', async () => {
    openId = undefined
    expect(await issue({ userInfo: { openId: 'eve' } }, {})).toMatchObject({ status: 401, code: 'unauthenticated' })
  })

  test('says when to ask again', async () => {
    const limited = issueUserSig({
      credentials,
      callable: true,
      authenticate: () => 'alice',
      limit: () => ({ retryAfter: 6.5 }),
      onError,
    })
    expect(await limited({}, {})).toMatchObject({ status: 429, code: 'too_many_requests', retryAfter: 7 })
  })

  test('is not called over HTTP, whatever its body says', async () => {
    const trusting = issueUserSig({ credentials, callable: true, authenticate: (event) => event?.userInfo?.openId })
    const context = { httpContext: { url: 'http://localhost/', httpMethod: 'POST', headers: {} } }
    await expect(trusting(WECHAT_CALL, context)).rejects.toThrow(/called over HTTP/)
    for (const [, event] of EVENTS) await expect(trusting(event, {})).rejects.toThrow(/called over HTTP/)
  })

  test('has its guard', async () => {
    const guarded = requireUserSig<{ userSig?: string }>({
      credentials,
      callable: true,
      getToken: ({ userSig }) => userSig,
      onError,
    })((event) => ({ userId: getUserSig(event).userId }))
    expect(await guarded({ userSig: signer.genUserSig('alice') }, {})).toEqual({ userId: 'alice' })
    expect(await guarded({}, {})).toMatchObject({ status: 401, code: 'missing_user_sig' })
  })
})

describe('wrong wiring', () => {
  test('is a TypeError at start', () => {
    const authenticate = () => 'alice'
    expect(() => issueUserSig({ credentials, authenticate, calable: true } as never)).toThrow(/mean "callable"\?/)
    expect(() => issueUserSig({ credentials, authenticate, callable: 'yes' as never })).toThrow(/callable is "yes"/)
    expect(() => issueUserSig({ credentials } as never)).toThrow(/authenticate/)
    expect(() => requireUserSig((() => {}) as never)).toThrow(/options come first/)
    expect(() => requireUserSig({ credentials })(undefined as never)).toThrow(/needs the function/)
    expect(() => requireWebhook((() => {}) as never)).toThrow(/options come first/)
    expect(() => requireWebhook({ trtcKey: 'key', callable: true } as never)).toThrow(/there is no option/)
    expect(() => getUserSig({})).toThrow(/has passed no guard/)
  })

  test('explain is refused unless the app says that this is not production: functions do not say what they are', () => {
    const explain = () => []
    const creators = [
      (more: object) => issueUserSig({ credentials, authenticate: () => 'alice', ...more } as never),
      (more: object) => requireUserSig({ credentials, ...more } as never),
    ]
    for (const environment of ['production', 'development', undefined]) {
      vi.stubEnv('NODE_ENV', environment)
      for (const create of creators) {
        expect(() => create({ explain })).toThrow(/explain is for development/)
        expect(() => create({ explain: { with: explain, production: true } })).toThrow(/explain is for development/)
        expect(() => create({ explain: { with: explain, production: false } })).not.toThrow()
      }
    }
    vi.unstubAllEnvs()
  })

  test('without a key says where to set it', () => {
    vi.stubEnv('USERSIG_SDKAPPID', '')
    vi.stubEnv('USERSIG_SECRETKEY', '')
    expect(() => issueUserSig({ authenticate: () => 'alice' })).toThrow(
      /USERSIG_SDKAPPID.*configuration of the function/s,
    )
    vi.stubEnv('USERSIG_SDKAPPID', '1400000000')
    vi.stubEnv('USERSIG_SECRETKEY', credentials.secretKey)
    expect(issueUserSig({ authenticate: () => 'alice' })).toBeTypeOf('function')
    vi.unstubAllEnvs()
  })
})

describeBounds({ issue: issueUserSig as never, guard: requireUserSig as never, webhook: requireWebhook as never })
