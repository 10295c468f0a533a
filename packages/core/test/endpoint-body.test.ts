import { describe, expect, it, vi } from 'vitest'
import { createUserSigEndpoint } from '../src/endpoint/index.ts'
import { MAX_BODY_BYTES } from '../src/endpoint/room-request.ts'
import { createRequest, type RequestParts, type Source } from './endpoint-request.ts'

const onError = vi.fn()
const endpoint = createUserSigEndpoint<Source>({
  credentials: { sdkAppId: 1400000000, secretKey: 'the key of these tests' },
  authenticate: ({ user }) => user,
  authorizeRoom: () => 'audience',
  onError,
})

const json = { 'content-type': 'application/json' }

async function ask(parts: RequestParts) {
  const { status, body } = await endpoint(createRequest(parts))
  return [status, JSON.parse(body).code]
}

describe('the body', () => {
  it('is not read where its length says that there is none', async () => {
    const request = createRequest({ body: 'aborted', headers: { 'content-length': '0' } })
    expect((await endpoint(request)).status).toBe(200)
    expect(request.bodyWasRead()).toBe(false)
  })

  it('is not read where its length is too large, and is where it just fits', async () => {
    const body = `{}${' '.repeat(MAX_BODY_BYTES - 2)}`
    const fits = createRequest({ body, headers: { 'content-length': String(MAX_BODY_BYTES) } })
    expect((await endpoint(fits)).status).toBe(200)
    expect(fits.bodyWasRead()).toBe(true)
    const large = createRequest({ body, headers: { 'content-length': String(MAX_BODY_BYTES + 1) } })
    expect((await endpoint(large)).status).toBe(413)
    expect(large.bodyWasRead()).toBe(false)
  })

  it('is read up to the limit', async () => {
    const request = createRequest()
    const readBody = vi.spyOn(request, 'readBody')
    await endpoint(request)
    expect(readBody.mock.calls).toEqual([[MAX_BODY_BYTES]])
  })

  it('needs a type', async () => {
    const header = () => undefined
    const answer = await endpoint({ ...createRequest({ body: '{"roomId":7}' }), header })
    expect(answer.status).toBe(415)
  })

  it('is refused for its type before its content', async () => {
    expect(await ask({ body: '[', headers: { 'content-type': 'text/plain' } })).toEqual([415, 'unsupported_media_type'])
  })

  it.each<[string, unknown, unknown[]]>([
    ['a room', { roomId: 7 }, [200, undefined]],
    ['a room with a name', { strRoomId: 'lobby' }, [200, undefined]],
    ['an empty object', {}, [200, undefined]],
    ['null', null, [400, 'invalid_body']],
    ['a list', [], [400, 'invalid_body']],
    ['text', '{"roomId":7}', [400, 'invalid_body']],
    ['a prototype of its own', JSON.parse('{"__proto__":{"roomId":7}}'), [400, 'invalid_body']],
    ['a constructor', { constructor: 7 }, [400, 'invalid_body']],
    ['two rooms', { roomId: 7, strRoomId: 'lobby' }, [400, 'invalid_room']],
    ['a room that is null', { roomId: null }, [400, 'invalid_room']],
  ])('that a parser in front made %s meets the same checks', async (_, parsed, expected) => {
    expect(await ask({ body: { json: parsed }, headers: json })).toEqual(expected)
  })

  it('answers 500 without a word of it when the adapter cannot read it', async () => {
    onError.mockClear()
    const failure = new Error('socket of 10.0.0.7 is gone')
    const answer = await endpoint({ ...createRequest(), readBody: () => Promise.reject(failure) })
    expect(answer.status).toBe(500)
    expect(answer.body).not.toContain('10.0.0.7')
    expect(onError.mock.calls.map(([event]) => event)).toEqual([
      { status: 500, code: 'internal_error', error: failure, userId: 'alice' },
    ])
  })
})
