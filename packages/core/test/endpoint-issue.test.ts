import { describe, expect, it, vi } from 'vitest'
import { createUserSigEndpoint, type EndpointOptions } from '../src/endpoint/index.ts'
import { MAX_BODY_BYTES } from '../src/endpoint/room-request.ts'
import { toUserId } from '../src/rules/map-user-id.ts'
import { createUserSigner } from '../src/signing/create-user-signer.ts'
import { createRequest, type RequestParts, type Source } from './endpoint-request.ts'

const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const signer = createUserSigner(credentials)
const onError = () => {}

function createEndpoint(options: Partial<EndpointOptions<Source>> = {}) {
  return createUserSigEndpoint<Source>({
    signer,
    authenticate: ({ user }) => user,
    authorizeRoom: ({ roomId, strRoomId }) => (roomId === 7 || strRoomId === 'lobby' ? 'audience' : null),
    onError,
    ...options,
  })
}

async function ask(parts: RequestParts, options?: Partial<EndpointOptions<Source>>) {
  const { status, headers, body } = await createEndpoint(options)(createRequest(parts))
  return { status, headers, json: JSON.parse(body) }
}

describe('a success', () => {
  it('is a UserSig of the user who is logged in, and is not to be stored', async () => {
    const { status, headers, json } = await ask({})
    expect(status).toBe(200)
    expect(headers).toEqual({ 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' })
    expect(signer.verifyUserSig(json.userSig, { userId: 'alice' }).expire).toBe(604_800)
    expect(json).not.toHaveProperty('privateMapKey')
  })

  it.each([{ roomId: 7 }, { strRoomId: 'lobby' }])('holds the rights in room %j', async (room) => {
    const { json } = await ask({ body: JSON.stringify(room) })
    const claims = signer.verifyPrivateMapKey(json.privateMapKey, { userId: 'alice', ...room })
    expect(claims.room.privilegeMap).toBe(42)
    expect(json).toMatchObject(room)
  })

  it('has the lifetime of the options', async () => {
    expect((await ask({}, { expire: 60 })).json.expire).toBe(60)
    expect((await ask({ body: '{"roomId":7}' }, { expire: 60 })).json.expire).toBe(60)
  })

  it.each([
    ['an empty object', '{}', {}],
    ['nothing, whatever its type', '', { 'content-type': 'text/plain' }],
    ['a type with a charset', '{}', { 'content-type': 'Application/JSON; charset="UTF-8"' }],
    ['a length', '{}', { 'content-length': '2' }],
    ['an encoding that is none', '{}', { 'content-encoding': 'identity' }],
  ])('comes for a body of %s', async (_, body, headers) => {
    expect((await ask({ body, headers })).status).toBe(200)
  })

  it('comes for what a parser in front has left', async () => {
    expect(
      (await ask({ body: { json: { roomId: 7 } }, headers: { 'content-type': 'application/json' } })).json.roomId,
    ).toBe(7)
    expect((await ask({ body: { json: undefined } })).status).toBe(200)
  })
})

describe('a refusal', () => {
  it.each<[number, string, string, RequestParts]>([
    [405, 'method_not_allowed', 'another method', { method: 'GET' }],
    [405, 'method_not_allowed', 'HEAD', { method: 'HEAD' }],
    [401, 'unauthenticated', 'a stranger', { user: null }],
    [413, 'body_too_large', 'a body that is too large', { body: 'too-large' }],
    [
      413,
      'body_too_large',
      'a length that is too large',
      { headers: { 'content-length': String(MAX_BODY_BYTES + 1) } },
    ],
    [400, 'invalid_body', 'a body that ended early', { body: 'aborted' }],
    [408, 'body_timeout', 'a body that did not come', { body: 'timeout' }],
    [
      415,
      'unsupported_media_type',
      'a form',
      { body: 'a=1', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    ],
    [415, 'unsupported_media_type', 'no type', { body: '{}', headers: { 'content-type': '' } }],
    [
      415,
      'unsupported_media_type',
      'another charset',
      { body: '{}', headers: { 'content-type': 'application/json; charset=gbk' } },
    ],
    [415, 'unsupported_media_type', 'a parsed form', { body: { json: {} }, headers: { 'content-type': 'text/plain' } }],
    [415, 'unsupported_media_type', 'a compressed body', { body: '{}', headers: { 'content-encoding': 'gzip' } }],
    [400, 'invalid_body', 'half a document', { body: '{"roomId":' }],
    [400, 'invalid_body', 'bytes that are no text', { body: Uint8Array.of(0x7b, 0xff, 0x7d) }],
    [400, 'invalid_body', 'a byte order mark', { body: '\ufeff{}' }],
    [400, 'invalid_body', 'a list', { body: '[7]' }],
    [400, 'invalid_body', 'null', { body: 'null' }],
    [400, 'invalid_body', 'a number', { body: '7' }],
    [400, 'invalid_body', 'a user of its own', { body: '{"userId":"bob"}' }],
    [400, 'invalid_body', 'rights of its own', { body: '{"roomId":7,"privileges":"all"}' }],
    [400, 'invalid_body', 'a prototype', { body: '{"__proto__":{"roomId":7}}' }],
    [400, 'invalid_room', 'two rooms', { body: '{"roomId":7,"strRoomId":"lobby"}' }],
    [400, 'invalid_room', 'a room of the wrong type', { body: '{"roomId":"7"}' }],
    [400, 'invalid_room', 'room 0', { body: '{"roomId":0}' }],
    [400, 'invalid_room', 'an empty room', { body: '{"strRoomId":""}' }],
    [403, 'room_refused', 'a room that is not open', { body: '{"roomId":8}' }],
  ])('%i %s answers %s', async (status, code, _, parts) => {
    const answer = await ask(parts)
    expect(answer.status).toBe(status)
    expect(answer.headers).toMatchObject({ 'content-type': 'application/problem+json', 'cache-control': 'no-store' })
    expect(answer.json).toEqual({
      type: `urn:usersig:problem:${code}`,
      title: expect.any(String),
      status,
      detail: expect.any(String),
      code,
    })
  })

  it('answers a room with characters that the signer does not take, even when the app let it pass', async () => {
    const answer = await ask({ body: '{"strRoomId":"房间"}' }, { authorizeRoom: () => 'all' })
    expect([answer.status, answer.json.code]).toEqual([400, 'invalid_room'])
  })

  it('looks at the method first, then at the login, then at the body', async () => {
    const stranger = createRequest({ method: 'PUT', user: null, body: '[' })
    expect((await createEndpoint()(stranger)).status).toBe(405)
    const post = createRequest({ user: null, body: '[' })
    expect((await createEndpoint()(post)).status).toBe(401)
    expect(stranger.bodyWasRead() || post.bodyWasRead()).toBe(false)
  })

  it('names what is allowed, and how to log in', async () => {
    expect((await ask({ method: 'GET' })).headers).toMatchObject({ allow: 'POST' })
    expect((await ask({ user: null })).headers).toMatchObject({ 'www-authenticate': 'Bearer realm="usersig"' })
  })

  it('meets every room where nobody decides on rooms', async () => {
    const answer = await ask({ body: '{"roomId":7}' }, { authorizeRoom: undefined as never })
    expect(answer.status).toBe(403)
  })
})

describe('what goes wrong in the app', () => {
  it.each([
    [
      'throws',
      () => {
        throw new Error('the database of sessions is down')
      },
    ],
    ['rejects', () => Promise.reject(new Error('the database of sessions is down'))],
    ['rejects with text', () => Promise.reject('the database of sessions is down')],
    ['gives a number', () => 42],
    ['gives an object', () => ({ id: 'alice' })],
    ['gives true', () => true],
    ['gives an empty string', () => ''],
    ['gives what is no UserID', () => 'a\nb'],
  ])('answers 500 without a word of it when authenticate %s', async (_, authenticate) => {
    const onError = vi.fn()
    const answer = await ask({}, { authenticate: authenticate as never, onError })
    expect([answer.status, answer.json.code]).toEqual([500, 'internal_error'])
    expect(JSON.stringify(answer)).not.toMatch(/database|alice|UserID/)
    expect(onError).toHaveBeenCalledTimes(1)
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ status: 500, code: 'internal_error' })
  })

  it.each(['0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d', 'google-oauth2|103547991597142817347', 'x'.repeat(33)])(
    'names an id that is not a UserID to the log alone, with the remedy: %s',
    async (id) => {
      const onError = vi.fn()
      const answer = await ask({}, { authenticate: () => id, onError })
      expect(answer.status).toBe(500)
      expect(JSON.stringify(answer)).not.toMatch(/toUserId/)
      const [[event]] = onError.mock.calls as [[{ error: Error & { code: string } }]]
      const { error } = event
      expect(error.code).toBe('invalid_user_id')
      expect(error.message).toMatch(/Return toUserId\(id\) in its place$/)
      expect((await ask({}, { authenticate: () => toUserId(id) })).status).toBe(200)
    },
  )

  it('answers 500 when authorizeRoom gives what are no rights', async () => {
    for (const rights of [true, 'everything', 256]) {
      const answer = await ask({ body: '{"roomId":7}' }, { authorizeRoom: () => rights as never })
      expect(answer.status).toBe(500)
    }
  })

  it('is printed where nobody listens', async () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => {})
    const down = new Error('down')
    await ask({}, { authenticate: () => Promise.reject(down), onError: undefined as never })
    await ask({}, { authenticate: () => Promise.reject('text'), onError: undefined as never })
    expect(print.mock.calls).toEqual([['usersig: answered 500: Error: down'], ['usersig: answered 500: "text"']])
    await ask({ user: null }, { onError: undefined as never })
    expect(print).toHaveBeenCalledTimes(2)
    print.mockRestore()
  })
})

describe('the hooks', () => {
  it('learn what was issued, and neither tickets nor keys', async () => {
    const onIssued = vi.fn()
    const { json } = await ask({ body: '{"roomId":7}' }, { onIssued })
    const [event, source] = onIssued.mock.calls[0] as [object, Source]
    const { userSig, privateMapKey, expire, ...expected } = json
    expect(event).toEqual(expected)
    expect(source).toEqual({ user: 'alice' })
    for (const secret of [userSig, privateMapKey, credentials.secretKey]) {
      expect(JSON.stringify(event)).not.toContain(secret)
    }
  })

  it('learn what was refused, and to whom', async () => {
    const onError = vi.fn()
    await ask({ body: '{"roomId":8}' }, { onError })
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ status: 403, code: 'room_refused', userId: 'alice' })
  })

  it.each([
    [
      'throws',
      () => {
        throw new Error('disk full')
      },
    ],
    ['rejects', () => Promise.reject(new Error('disk full'))],
    [
      'gives a thenable that rejects',
      // biome-ignore lint/suspicious/noThenProperty: some libraries return such an object in place of a promise
      () => ({ then: (_: unknown, reject: (error: Error) => void) => reject(new Error('disk full')) }),
    ],
  ])('do not harm the answer when onIssued %s', async (_, onIssued) => {
    const onError = vi.fn()
    expect((await ask({}, { onIssued, onError })).status).toBe(200)
    await vi.waitFor(() => expect(onError).toHaveBeenCalledTimes(1))
    expect(onError.mock.calls[0]?.[0]).toMatchObject({ status: 200, code: 'hook_failed', userId: 'alice' })
  })

  it('are printed when they fail and nobody listens', async () => {
    const print = vi.spyOn(console, 'error').mockImplementation(() => {})
    const full = new Error('disk full')
    const failing = () => {
      throw full
    }
    await ask({}, { onIssued: failing, onError: undefined as never })
    await ask({ user: null }, { onError: failing })
    expect(print.mock.calls).toEqual([
      ['usersig: the onIssued or onOutcome hook failed: Error: disk full'],
      ['usersig: the onError hook failed: Error: disk full'],
    ])
    print.mockRestore()
  })

  it('do not hold up the answer, but the platform is told to wait', async () => {
    let finish: () => void = () => {}
    const slow = new Promise<void>((resolve) => {
      finish = resolve
    })
    const waited: Promise<unknown>[] = []
    const answer = await ask({ waitUntil: (promise) => waited.push(promise) }, { onIssued: () => slow })
    expect(answer.status).toBe(200)
    expect(waited).toHaveLength(1)
    finish()
    await Promise.all(waited)
  })
})

describe('the signer', () => {
  it('may be chosen for each request', async () => {
    const other = createUserSigner({ ...credentials, sdkAppId: 2 })
    const choose = ({ user }: Source) => (user === 'bob' ? other : signer)
    expect((await ask({ user: 'bob' }, { signer: choose })).json.sdkAppId).toBe(2)
    expect((await ask({ user: 'alice' }, { signer: choose })).json.sdkAppId).toBe(1400000000)
  })

  it('may have its key somewhere else', async () => {
    const mac = vi.fn(async () => new Uint8Array(32))
    const remote = createUserSigner({ sdkAppId: 1, mac })
    const answer = await ask({ body: '{"roomId":7}' }, { signer: remote })
    expect(answer.json.privateMapKey).toMatch(/^e/)
    expect(mac).toHaveBeenCalledTimes(2)
    const odd = await ask({ body: '{"strRoomId":"房间"}' }, { signer: remote, authorizeRoom: () => 'all' })
    expect(odd.status).toBe(400)
  })
})

describe('wrong wiring', () => {
  it.each<[string, unknown, RegExp]>([
    ['no options', undefined, /options/],
    ['no authenticate', { credentials }, /authenticate: \(request\) =>/],
    ['no credentials', { authenticate: () => 'alice' }, /credentials: \{ sdkAppId:/],
    ['credentials that are null', { credentials: null, authenticate: () => 'alice' }, /credentials is null/],
    [
      'a name that is not an option',
      { credentials, authenticate: () => 'alice', expires: 60 },
      /did you mean "expire"\?/,
    ],
    [
      'a key that is not set',
      { credentials: { sdkAppId: 1, secretKey: undefined }, authenticate: () => 'alice' },
      /credentials\.secretKey is missing.*\n\n {2}credentials: \{/,
    ],
    ['both sources', { credentials, signer, authenticate: () => 'alice' }, /choose one/],
    ['a signer that is none', { signer: {}, authenticate: () => 'alice' }, /createUserSigner/],
    ['a hook that is none', { credentials, authenticate: () => 'alice', onIssued: true }, /onIssued is true/],
    [
      'rights that are no function',
      { credentials, authenticate: () => 'alice', authorizeRoom: 'all' },
      /authorizeRoom/,
    ],
  ])('fails at once with %s', (_, options, message) => {
    expect(() => createUserSigEndpoint(options as never)).toThrow(TypeError)
    expect(() => createUserSigEndpoint(options as never)).toThrow(message)
  })

  it('fails at once with credentials or a lifetime that are not valid', () => {
    const authenticate = () => 'alice'
    const code = (code: string) => expect.objectContaining({ code })
    expect(() => createUserSigEndpoint({ credentials: { ...credentials, secretKey: '' }, authenticate })).toThrow(
      code('invalid_secret_key'),
    )
    expect(() => createUserSigEndpoint({ credentials, authenticate, expire: 0 })).toThrow(code('invalid_expire'))
  })
})
