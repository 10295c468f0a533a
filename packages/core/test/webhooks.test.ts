import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyChatWebhook, verifyTrtcWebhook } from '../src/webhooks/index.ts'

const body = '{"EventGroupId":1,"EventType":101,"EventInfo":{"RoomId":12345,"UserId":"用户"}}'
const signOf = (key: string, content: string) => createHmac('sha256', key).update(content).digest('base64')

const PUBLISHED_BODY = `{
\t"EventGroupId":\t2,
\t"EventType":\t204,
\t"CallbackTs":\t1664209748188,
\t"EventInfo":\t{
\t\t"RoomId":\t8489,
\t\t"EventTs":\t1664209748,
\t\t"EventMsTs":\t1664209748180,
\t\t"UserId":\t"user_85034614",
\t\t"Reason":\t0
\t}
}`

describe('verifyTrtcWebhook', () => {
  it('accepts the example that Tencent publishes', () => {
    // Source: trtc.io/document/54912, whose body is repeated byte by byte.
    verifyTrtcWebhook({ body: PUBLISHED_BODY, sign: 'kkoFeO3Oh2ZHnjtg8tEAQhtXK16/KI05W3BQff8IvGA=', key: '123654' })
  })

  it('accepts what node:crypto signs, as text and as bytes', () => {
    const sign = signOf('a key of mine', body)
    verifyTrtcWebhook({ body, sign, key: 'a key of mine' })
    verifyTrtcWebhook({ body: new TextEncoder().encode(body), sign, key: ['the next key', 'a key of mine'] })
  })

  it.each([
    ['another body', { body: `${body} ` }],
    ['another key', { key: 'another' }],
    ['a cut off signature', { sign: signOf('a key of mine', body).slice(0, -1) }],
    ['no signature', { sign: undefined }],
    ['null', { sign: null }],
    ['a signature of another form', { sign: 'x'.repeat(1e6) }],
  ])('refuses %s', (_, change) => {
    const given = { body, sign: signOf('a key of mine', body), key: 'a key of mine', ...change }
    expect(() => verifyTrtcWebhook(given)).toThrow(expect.objectContaining({ code: 'bad_signature' }))
  })

  it.each([
    ['a parsed body', { body: JSON.parse(body) }, /raw body/],
    ['no key', { key: undefined as never }, /key/],
    ['an empty key', { key: '' }, /key/],
    ['no keys', { key: [] }, /key/],
  ])('takes %s for wrong wiring', (_, change, message) => {
    const given = { body, sign: 'x', key: 'k', ...change }
    expect(() => verifyTrtcWebhook(given)).toThrow(TypeError)
    expect(() => verifyTrtcWebhook(given)).toThrow(message)
  })
})

describe('verifyChatWebhook', () => {
  const requestTime = 1669872112
  const token = 'xxxxyyyy'
  const sign = createHash('sha256').update(`${token}${requestTime}`).digest('hex')

  it('accepts the example of the documents', () => {
    expect(sign).toMatch(/^17773bc3.*4061$/)
    verifyChatWebhook({ sign, requestTime: String(requestTime), token, now: requestTime })
    verifyChatWebhook({
      sign: sign.toUpperCase(),
      requestTime,
      token: ['next', token],
      now: new Date(requestTime * 1000),
    })
  })

  it('accepts a minute in both directions, and not a second more', () => {
    for (const now of [requestTime - 60, requestTime + 60]) verifyChatWebhook({ sign, requestTime, token, now })
    expect(() => verifyChatWebhook({ sign, requestTime, token, now: requestTime + 61 })).toThrow(
      expect.objectContaining({ code: 'expired' }),
    )
    expect(() => verifyChatWebhook({ sign, requestTime, token, now: requestTime - 61 })).toThrow(
      expect.objectContaining({ code: 'not_yet_valid' }),
    )
    expect(() => verifyChatWebhook({ sign, requestTime, token })).toThrow(expect.objectContaining({ code: 'expired' }))
  })

  it.each([
    ['another time', { requestTime: requestTime + 1 }],
    ['no time', { requestTime: undefined }],
    ['another token', { token: 'yyyyxxxx' }],
    ['no signature', { sign: null }],
  ])('refuses %s', (_, change) => {
    expect(() => verifyChatWebhook({ sign, requestTime, token, now: requestTime, ...change })).toThrow(
      expect.objectContaining({ code: 'bad_signature' }),
    )
  })

  it('refuses a time that is no time, although it is signed', () => {
    const odd = '1669872112x'
    const signed = createHash('sha256')
      .update(token + odd)
      .digest('hex')
    expect(() => verifyChatWebhook({ sign: signed, requestTime: odd, token, now: requestTime })).toThrow(
      expect.objectContaining({ code: 'bad_signature' }),
    )
  })

  it.each([Number.NaN, Number.POSITIVE_INFINITY, -1, 0, '60', 1e6])('does not take %s for an age', (maxAge) => {
    const given = { sign, requestTime, token, now: requestTime, maxAge: maxAge as number }
    expect(() => verifyChatWebhook(given)).toThrow(/maxAge is .*, but must be a number of seconds above 0/)
  })

  it('takes a missing token for wrong wiring', () => {
    expect(() => verifyChatWebhook({ sign, requestTime, token: undefined as never })).toThrow(TypeError)
  })
})
