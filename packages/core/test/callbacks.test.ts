import { createHash, createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { verifyChatCallback, verifyTrtcCallback } from '../src/callbacks.ts'

const body = '{"EventGroupId":1,"EventType":101,"EventInfo":{"RoomId":12345,"UserId":"用户"}}'
const signOf = (key: string, content: string) => createHmac('sha256', key).update(content).digest('base64')

describe('verifyTrtcCallback', () => {
  it('accepts what node:crypto signs, as text and as bytes', () => {
    const sign = signOf('a key of mine', body)
    verifyTrtcCallback({ body, sign, key: 'a key of mine' })
    verifyTrtcCallback({ body: new TextEncoder().encode(body), sign, key: ['the next key', 'a key of mine'] })
  })

  it.each([
    ['another body', { body: `${body} ` }],
    ['another key', { key: 'another' }],
    ['a cut off signature', { sign: signOf('a key of mine', body).slice(0, -1) }],
    ['no signature', { sign: undefined }],
    ['null', { sign: null }],
  ])('refuses %s', (_, change) => {
    const given = { body, sign: signOf('a key of mine', body), key: 'a key of mine', ...change }
    expect(() => verifyTrtcCallback(given)).toThrow(expect.objectContaining({ code: 'bad_signature' }))
  })

  it.each([
    ['a parsed body', { body: JSON.parse(body) }, /raw body/],
    ['no key', { key: undefined as never }, /key/],
    ['an empty key', { key: '' }, /key/],
    ['no keys', { key: [] }, /key/],
  ])('takes %s for wrong wiring', (_, change, message) => {
    const given = { body, sign: 'x', key: 'k', ...change }
    expect(() => verifyTrtcCallback(given)).toThrow(TypeError)
    expect(() => verifyTrtcCallback(given)).toThrow(message)
  })
})

describe('verifyChatCallback', () => {
  const requestTime = 1669872112
  const token = 'xxxxyyyy'
  const sign = createHash('sha256').update(`${token}${requestTime}`).digest('hex')

  it('accepts the example of the documents', () => {
    expect(sign).toMatch(/^17773bc3.*4061$/)
    verifyChatCallback({ sign, requestTime: String(requestTime), token, now: requestTime })
    verifyChatCallback({
      sign: sign.toUpperCase(),
      requestTime,
      token: ['next', token],
      now: new Date(requestTime * 1000),
    })
  })

  it('accepts a minute in both directions, and not a second more', () => {
    for (const now of [requestTime - 60, requestTime + 60]) verifyChatCallback({ sign, requestTime, token, now })
    expect(() => verifyChatCallback({ sign, requestTime, token, now: requestTime + 61 })).toThrow(
      expect.objectContaining({ code: 'expired' }),
    )
    expect(() => verifyChatCallback({ sign, requestTime, token, now: requestTime - 61 })).toThrow(
      expect.objectContaining({ code: 'not_yet_valid' }),
    )
    expect(() => verifyChatCallback({ sign, requestTime, token })).toThrow(expect.objectContaining({ code: 'expired' }))
  })

  it.each([
    ['another time', { requestTime: requestTime + 1 }],
    ['no time', { requestTime: undefined }],
    ['another token', { token: 'yyyyxxxx' }],
    ['no signature', { sign: null }],
  ])('refuses %s', (_, change) => {
    expect(() => verifyChatCallback({ sign, requestTime, token, now: requestTime, ...change })).toThrow(
      expect.objectContaining({ code: 'bad_signature' }),
    )
  })

  it('refuses a time that is no time, although it is signed', () => {
    const odd = '1669872112x'
    const signed = createHash('sha256')
      .update(token + odd)
      .digest('hex')
    expect(() => verifyChatCallback({ sign: signed, requestTime: odd, token, now: requestTime })).toThrow(
      expect.objectContaining({ code: 'bad_signature' }),
    )
  })

  it('takes a missing token for wrong wiring', () => {
    expect(() => verifyChatCallback({ sign, requestTime, token: undefined as never })).toThrow(TypeError)
  })
})
