import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it, vi } from 'vitest'
import { createWebhookGuard, type RequestBody, type WebhookOptions } from '../src/endpoint/index.ts'

const KEY = 'a key of these tests'
const BODY = '{ "EventType": 103 }'
const sign = createHmac('sha256', KEY).update(BODY).digest('base64')

interface Parts {
  body?: RequestBody
  headers?: Record<string, string>
  query?: Record<string, string>
}

async function send(options: WebhookOptions<string>, parts: Parts = {}) {
  const { body = new TextEncoder().encode(BODY), headers = { sign }, query = {} } = parts
  const result = await createWebhookGuard<string>(options)({
    header: (name) => headers[name],
    query: (name) => query[name],
    readBody: async () => body,
    request: 'the request',
    context: undefined,
  })
  const problem = result.response && JSON.parse(result.response.body)
  return { event: result.event, status: result.response?.status ?? 200, code: problem?.code, error: result.error }
}

describe('the guard for webhooks of TRTC', () => {
  it.each<[string, WebhookOptions<string>]>([
    ['a key', { trtcKey: KEY }],
    ['several', { trtcKey: ['the next key', KEY] }],
    ['a function', { trtcKey: (request) => (request === 'the request' ? KEY : 'none') }],
    ['an async function', { trtcKey: async () => [KEY] }],
  ])('checks with %s', async (_, options) => {
    expect(await send(options)).toMatchObject({ status: 200, event: { EventType: 103 } })
    const onError = vi.fn()
    const other = await send({ ...options, onError }, { headers: { sign: sign.toLowerCase() } })
    expect(other).toMatchObject({ status: 403, code: 'invalid_webhook', event: undefined })
    expect(onError).toHaveBeenCalledWith(expect.objectContaining({ status: 403 }), 'the request', undefined)
    expect(JSON.stringify(onError.mock.calls)).not.toContain(KEY)
  })

  it('cannot do without the bytes, and tells the app so', async () => {
    const onError = vi.fn()
    const { status, error } = await send({ trtcKey: KEY, onError }, { body: { json: JSON.parse(BODY) } })
    expect([status, error?.message]).toEqual([500, expect.stringContaining('before the body parser')])
  })

  it.each<[string, RequestBody, Record<string, string>, number]>([
    ['a long body', 'too-large', { sign }, 413],
    ['a body that says that it is long', new Uint8Array(), { sign, 'content-length': '2000000' }, 413],
    ['a slow body', 'timeout', { sign }, 408],
    ['half a body', 'aborted', { sign }, 400],
  ])('refuses %s', async (_, body, headers, status) => {
    expect((await send({ trtcKey: KEY, onError: () => {} }, { body, headers })).status).toBe(status)
  })

  it('answers 503 when its key does not come in time', async () => {
    const trtcKey = () => new Promise<string>(() => {})
    const { status, error } = await send({ trtcKey, callbackTimeout: 0.05, onError: () => {} })
    expect([status, error?.cause]).toEqual([503, new Error('trtcKey has not answered within 0.05 s')])
  })

  it('answers 500 when its key cannot be had, whatever was thrown', async () => {
    const { status, error } = await send({ trtcKey: () => Promise.reject('down'), onError: () => {} })
    expect([status, error?.cause]).toEqual([500, 'down'])
    expect((await send({ trtcKey: () => '', onError: () => {} })).status).toBe(500)
  })
})

describe('the application that a webhook names', () => {
  it('is handed to the function that chooses the key, as long as it can be one', async () => {
    const trtcKey = vi.fn<(request: string, context: undefined, hint: object) => string>(() => KEY)
    await send({ trtcKey }, { headers: { sign, sdkappid: '1400000000' } })
    await send({ trtcKey }, { headers: { sign, sdkappid: 'x'.repeat(1000) } })
    await send({ trtcKey })
    expect(trtcKey.mock.calls.map(([, , hint]) => hint)).toEqual([
      { sdkAppId: '1400000000' },
      { sdkAppId: undefined },
      { sdkAppId: undefined },
    ])
  })

  it('has no key: 403', async () => {
    const onError = () => {}
    expect(await send({ trtcKey: () => null, onError })).toMatchObject({ status: 403, code: 'invalid_webhook' })
  })
})

describe('a webhook of TRTC that is repeated later', () => {
  const at = (time: unknown) => {
    const body = JSON.stringify({ EventType: 103, CallbackTs: time })
    return {
      body: new TextEncoder().encode(body),
      headers: { sign: createHmac('sha256', KEY).update(body).digest('base64') },
    }
  }

  it('is refused after maxAge, and only then', async () => {
    const options = { trtcKey: KEY, maxAge: 120, onError: () => {} }
    const status = async (time: unknown, more = {}) => (await send({ ...options, ...more }, at(time))).status
    expect(await status(Date.now() - 100_000)).toBe(200)
    expect(await status(Date.now() - 130_000)).toBe(403)
    expect(await status(Date.now() + 130_000)).toBe(403)
    expect(await status('now')).toBe(403)
    expect(await status(Date.now() - 1e9, { maxAge: undefined })).toBe(200)
  })
})

describe('the guard for webhooks of Chat', () => {
  const requestTime = String(Math.floor(Date.now() / 1000))
  const query = { RequestTime: requestTime, Sign: createHash('sha256').update(`token${requestTime}`).digest('hex') }

  it('checks the URL, so that a body may come parsed', async () => {
    const json = JSON.parse(BODY)
    expect((await send({ chatToken: 'token' }, { query })).event).toEqual(json)
    expect((await send({ chatToken: () => ['next', 'token'] }, { query, body: { json } })).event).toEqual(json)
    expect(await send({ chatToken: 'other', onError: () => {} }, { query })).toMatchObject({ status: 403 })
    expect(await send({ chatToken: 'token', onError: () => {} })).toMatchObject({ status: 403 })
  })

  it('does not ask for a token, nor read a body, before the URL can be right', async () => {
    const chatToken = vi.fn(() => 'token')
    const old = String(Number(requestTime) - 120)
    for (const change of [{ Sign: 'x' }, { RequestTime: '' }, { RequestTime: old }, { Sign: '0'.repeat(63) }]) {
      const answer = await send({ chatToken, onError: () => {} }, { query: { ...query, ...change }, body: 'too-large' })
      expect(answer).toMatchObject({ status: 403, code: 'invalid_webhook' })
    }
    expect(chatToken).not.toHaveBeenCalled()
    expect((await send({ chatToken, maxAge: 300 }, { query })).status).toBe(200)
  })
})

describe('wrong wiring of the guard for webhooks', () => {
  it.each<[string, unknown, RegExp]>([
    ['no options', undefined, /trtcKey or chatToken is missing/],
    ['no secret', {}, /trtcKey or chatToken is missing(.|\n)*trtcKey: process\.env/],
    ['a secret that is not set', { chatToken: undefined }, /chatToken is undefined: set the environment variable/],
    ['a secret that is null', { chatToken: null }, /chatToken is null/],
    ['two secrets', { trtcKey: 'a', chatToken: 'b' }, /one guard for each/],
    ['an empty secret', { trtcKey: '' }, /not empty/],
    ['no secret in a list', { trtcKey: [] }, /not empty/],
    ['a number', { chatToken: 7 }, /is a value of type number/],
    ['no size', { trtcKey: 'a', maxBytes: 0 }, /maxBytes is 0/],
    ['a hook that is not a function', { trtcKey: 'a', onError: true }, /onError is true/],
    ['an age that is not a number', { trtcKey: 'a', maxAge: Number.NaN }, /maxAge is NaN/],
    ['an age in milliseconds', { trtcKey: 'a', maxAge: 600_000 }, /not milliseconds/],
  ])('is %s', (_, options, message) => {
    expect(() => createWebhookGuard(options as never)).toThrow(TypeError)
    expect(() => createWebhookGuard(options as never)).toThrow(message)
  })
})
