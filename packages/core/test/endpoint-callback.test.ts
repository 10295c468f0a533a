import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { type CallbackGuardOptions, createCallbackGuard, type RequestBody } from '../src/endpoint/index.ts'

const KEY = 'a key of these tests'
const BODY = '{ "EventType": 103 }'
const sign = createHmac('sha256', KEY).update(BODY).digest('base64')

interface Parts {
  body?: RequestBody
  headers?: Record<string, string>
  query?: Record<string, string>
}

async function send(options: CallbackGuardOptions<string>, parts: Parts = {}) {
  const { body = new TextEncoder().encode(BODY), headers = { sign }, query = {} } = parts
  const result = await createCallbackGuard<string>(options)({
    header: (name) => headers[name],
    query: (name) => query[name],
    readBody: async () => body,
    source: 'the request',
  })
  const problem = result.response && JSON.parse(result.response.body)
  return { event: result.event, status: result.response?.status ?? 200, code: problem?.code, error: result.error }
}

describe('the guard for callbacks of TRTC', () => {
  it.each<[string, CallbackGuardOptions<string>]>([
    ['a key', { trtcKey: KEY }],
    ['several', { trtcKey: ['the next key', KEY] }],
    ['a function', { trtcKey: (source) => (source === 'the request' ? KEY : 'none') }],
    ['an async function', { trtcKey: async () => [KEY] }],
  ])('checks with %s', async (_, options) => {
    expect(await send(options)).toMatchObject({ status: 200, event: { EventType: 103 } })
    const onError = vi.fn()
    const other = await send({ ...options, onError }, { headers: { sign: sign.toLowerCase() } })
    expect(other).toMatchObject({ status: 403, code: 'invalid_callback', event: undefined })
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ status: 403 }), 'the request')
    expect(JSON.stringify(onError.mock.calls)).not.toContain(KEY)
  })

  it('cannot do without the bytes, and tells the app so', async () => {
    const onError = vi.fn()
    const { status, error } = await send({ trtcKey: KEY, onError }, { body: { json: JSON.parse(BODY) } })
    expect([status, error?.message]).toEqual([500, expect.stringContaining('in front of the body parser')])
  })

  it.each<[string, RequestBody, Record<string, string>, number]>([
    ['a long body', 'too-large', { sign }, 413],
    ['a body that says that it is long', new Uint8Array(), { sign, 'content-length': '2000000' }, 413],
    ['a slow body', 'timeout', { sign }, 408],
    ['half a body', 'aborted', { sign }, 400],
  ])('refuses %s', async (_, body, headers, status) => {
    expect((await send({ trtcKey: KEY, onError: () => {} }, { body, headers })).status).toBe(status)
  })

  it('answers 500 when its key cannot be had, whatever was thrown', async () => {
    const { status, error } = await send({ trtcKey: () => Promise.reject('down'), onError: () => {} })
    expect([status, error?.cause]).toEqual([500, 'down'])
    expect((await send({ trtcKey: () => '', onError: () => {} })).status).toBe(500)
  })
})

describe('the guard for callbacks of Chat', () => {
  const requestTime = String(Math.floor(Date.now() / 1000))
  const query = { RequestTime: requestTime, Sign: createHash('sha256').update(`token${requestTime}`).digest('hex') }

  it('checks the URL, so that a body may come parsed', async () => {
    const json = JSON.parse(BODY)
    expect((await send({ chatToken: 'token' }, { query })).event).toEqual(json)
    expect((await send({ chatToken: () => ['next', 'token'] }, { query, body: { json } })).event).toEqual(json)
    expect(await send({ chatToken: 'other', onError: () => {} }, { query })).toMatchObject({ status: 403 })
    expect(await send({ chatToken: 'token', onError: () => {} })).toMatchObject({ status: 403 })
  })
})

describe('wrong wiring of the guard for callbacks', () => {
  it.each<[string, unknown, RegExp]>([
    ['no options', undefined, /options are undefined/],
    ['no secret', {}, /trtcKey or chatToken is missing(.|\n)*trtcKey: process\.env/],
    ['a secret that is not set', { trtcKey: undefined, chatToken: null }, /is missing/],
    ['two secrets', { trtcKey: 'a', chatToken: 'b' }, /one guard for each/],
    ['an empty secret', { trtcKey: '' }, /not empty/],
    ['no secret in a list', { trtcKey: [] }, /not empty/],
    ['a number', { chatToken: 7 }, /is a value of type number/],
    ['no size', { trtcKey: 'a', maxBytes: 0 }, /maxBytes is 0/],
    ['a hook that is none', { trtcKey: 'a', onError: true }, /onError is true/],
  ])('is %s', (_, options, message) => {
    expect(() => createCallbackGuard(options as never)).toThrow(TypeError)
    expect(() => createCallbackGuard(options as never)).toThrow(message)
  })
})
