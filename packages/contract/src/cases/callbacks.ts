import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { type Answer, send, utf8 } from '../client.ts'
import { expectCallbackRefused } from '../expect.ts'
import { CHAT_CALLBACK_TOKEN, MAX_CALLBACK_BYTES, TRTC_CALLBACK_KEYS } from '../fixture-live.ts'
import { contractCase } from './case.ts'

// White space and an escape that JSON.stringify would not write: what is signed is the bytes.
const TRTC_BODY = '{ "EventGroupId": 1,"EventType": 103, "EventInfo": {"RoomId": 12345, "UserId": "\\u7528户"} }\n'
const CHAT_BODY = '{"CallbackCommand":"State.StateChange","Info":{"Action":"Login","To_Account":"alice"}}'

const signTrtc = (body: string, key = TRTC_CALLBACK_KEYS[0] ?? '') =>
  createHmac('sha256', key).update(body).digest('base64')

function sendTrtc(url: string, body: string, sign: string | undefined, contentType = 'application/json') {
  const headers = { 'content-type': contentType, ...(sign !== undefined && { sign }) }
  return send(url, { headers, body: utf8(body) })
}

function sendChat(url: string, requestTime: number | string, token = CHAT_CALLBACK_TOKEN) {
  const sign = createHash('sha256').update(`${token}${requestTime}`).digest('hex')
  const query = new URLSearchParams({
    SdkAppid: '1400000000',
    CallbackCommand: 'State.StateChange',
    contenttype: 'json',
    ClientIP: '127.0.0.1',
    OptPlatform: 'Web',
    Sign: sign,
    RequestTime: String(requestTime),
  })
  return send(`${url}?${query}`, { headers: { 'content-type': 'application/json' }, body: utf8(CHAT_BODY) })
}

function expectEvent(answer: Answer, body: string): void {
  assert.equal(answer.status, 200, answer.body)
  assert.deepEqual(JSON.parse(answer.body), { event: JSON.parse(body) })
}

const now = () => Math.floor(Date.now() / 1000)

export const callbackCases = [
  contractCase(
    'lets a callback of TRTC pass, by the new key and the old one, whatever its type',
    async ({ trtcUrl }) => {
      for (const key of TRTC_CALLBACK_KEYS) {
        expectEvent(await sendTrtc(trtcUrl, TRTC_BODY, signTrtc(TRTC_BODY, key)), TRTC_BODY)
      }
      expectEvent(await sendTrtc(trtcUrl, TRTC_BODY, signTrtc(TRTC_BODY), 'text/plain'), TRTC_BODY)
    },
    'callbacks',
  ),
  contractCase(
    'refuses a callback of TRTC whose signature does not fit',
    async ({ trtcUrl }) => {
      const compact = JSON.stringify(JSON.parse(TRTC_BODY))
      for (const sign of [undefined, '', 'x', signTrtc(compact), signTrtc(TRTC_BODY, 'another key')]) {
        expectCallbackRefused(await sendTrtc(trtcUrl, TRTC_BODY, sign), 'invalid_callback')
      }
    },
    'callbacks',
  ),
  contractCase(
    'refuses a callback that is too large or not JSON',
    async ({ trtcUrl }) => {
      const large = JSON.stringify('x'.repeat(MAX_CALLBACK_BYTES))
      expectCallbackRefused(await sendTrtc(trtcUrl, large, signTrtc(large)), 'body_too_large')
      expectCallbackRefused(await sendTrtc(trtcUrl, '{"a":', signTrtc('{"a":')), 'invalid_body')
    },
    'callbacks',
  ),
  contractCase(
    'lets a callback of Chat pass within a minute',
    async ({ chatUrl }) => {
      for (const age of [0, 50, -50]) expectEvent(await sendChat(chatUrl, now() - age), CHAT_BODY)
    },
    'callbacks',
  ),
  contractCase(
    'refuses a callback of Chat that is old, ahead, unsigned or signed with another token',
    async ({ chatUrl }) => {
      for (const answer of [
        await sendChat(chatUrl, now() - 120),
        await sendChat(chatUrl, now() + 120),
        await sendChat(chatUrl, now(), 'another token'),
        await sendChat(chatUrl, ''),
        await send(chatUrl, { headers: { 'content-type': 'application/json' }, body: utf8(CHAT_BODY) }),
      ]) {
        expectCallbackRefused(answer, 'invalid_callback')
      }
    },
    'callbacks',
  ),
]
