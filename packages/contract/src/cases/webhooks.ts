import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import { type Answer, send, utf8 } from '../client.ts'
import { expectWebhookRefused } from '../expect.ts'
import {
  APP_ID_HEADER,
  CHAT_WEBHOOK_TOKEN,
  HANGING_APP,
  MAX_WEBHOOK_BYTES,
  TRTC_WEBHOOK_KEYS,
  UNKNOWN_APP,
} from '../fixture-live.ts'
import { contractCase, waitingCase } from './case.ts'

/** White space and an escape that JSON.stringify would not write: what is signed is the bytes. */
function trtcBody(time: number = Date.now()): string {
  return `{ "EventGroupId": 1,"EventType": 103, "CallbackTs": ${time}, "EventInfo": {"UserId": "\\u7528户"} }\n`
}

const CHAT_BODY = '{"CallbackCommand":"State.StateChange","Info":{"Action":"Login","To_Account":"alice"}}'

const signTrtc = (body: string, key = TRTC_WEBHOOK_KEYS[0] ?? '') =>
  createHmac('sha256', key).update(body).digest('base64')

function sendTrtc(url: string, body: string, sign: string | undefined, more: Record<string, string> = {}) {
  const headers = { 'content-type': 'application/json', ...(sign !== undefined && { sign }), ...more }
  return send(url, { headers, body: utf8(body) })
}

function sendChat(url: string, requestTime: number | string, token = CHAT_WEBHOOK_TOKEN) {
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

export const webhookCases = [
  contractCase(
    'lets a webhook of TRTC pass, by the new key and the old one, whatever its type',
    async ({ trtcUrl }) => {
      const body = trtcBody()
      for (const key of TRTC_WEBHOOK_KEYS) expectEvent(await sendTrtc(trtcUrl, body, signTrtc(body, key)), body)
      expectEvent(await sendTrtc(trtcUrl, body, signTrtc(body), { 'content-type': 'text/plain' }), body)
    },
    'webhooks',
  ),
  contractCase(
    'refuses a webhook of TRTC whose signature does not fit',
    async ({ trtcUrl }) => {
      const body = trtcBody()
      const compact = JSON.stringify(JSON.parse(body))
      for (const sign of [undefined, '', 'x', signTrtc(compact), signTrtc(body, 'another key')]) {
        expectWebhookRefused(await sendTrtc(trtcUrl, body, sign), 'invalid_webhook')
      }
    },
    'webhooks',
  ),
  contractCase(
    'refuses a webhook of TRTC that is older than the app allows, or names no time',
    async ({ trtcUrl }) => {
      for (const body of [trtcBody(Date.now() - 300_000), trtcBody(Date.now() + 300_000), '{"EventType":103}']) {
        expectWebhookRefused(await sendTrtc(trtcUrl, body, signTrtc(body)), 'invalid_webhook')
      }
    },
    'webhooks',
  ),
  waitingCase(
    'chooses the key by the application that the webhook names, and answers 503 when that takes too long',
    async ({ trtcUrl }) => {
      const body = trtcBody()
      const sendFor = (sdkAppId: string) => sendTrtc(trtcUrl, body, signTrtc(body), { [APP_ID_HEADER]: sdkAppId })
      expectEvent(await sendFor('1400000000'), body)
      expectWebhookRefused(await sendFor(UNKNOWN_APP), 'invalid_webhook')
      expectWebhookRefused(await sendFor(HANGING_APP), 'unavailable')
    },
    'webhooks',
  ),
  contractCase(
    'refuses a webhook that is too large or not JSON',
    async ({ trtcUrl }) => {
      const large = JSON.stringify('x'.repeat(MAX_WEBHOOK_BYTES))
      expectWebhookRefused(await sendTrtc(trtcUrl, large, signTrtc(large)), 'body_too_large')
      expectWebhookRefused(await sendTrtc(trtcUrl, '{"a":', signTrtc('{"a":')), 'invalid_body')
    },
    'webhooks',
  ),
  contractCase(
    'looks at a signature in the URL before it looks at the body',
    async ({ chatUrl }) => {
      const body = utf8(JSON.stringify('x'.repeat(MAX_WEBHOOK_BYTES)))
      const headers = { 'content-type': 'application/json' }
      expectWebhookRefused(
        await send(`${chatUrl}?Sign=${'0'.repeat(64)}&RequestTime=${now()}`, { headers, body }),
        'invalid_webhook',
      )
      expectWebhookRefused(await send(chatUrl, { headers, body }), 'invalid_webhook')
    },
    'webhooks',
  ),
  contractCase(
    'lets a webhook of Chat pass within a minute',
    async ({ chatUrl }) => {
      for (const age of [0, 50, -50]) expectEvent(await sendChat(chatUrl, now() - age), CHAT_BODY)
    },
    'webhooks',
  ),
  contractCase(
    'refuses a webhook of Chat that is old, ahead, unsigned or signed with another token',
    async ({ chatUrl }) => {
      for (const answer of [
        await sendChat(chatUrl, now() - 120),
        await sendChat(chatUrl, now() + 120),
        await sendChat(chatUrl, now(), 'another token'),
        await sendChat(chatUrl, ''),
        await send(chatUrl, { headers: { 'content-type': 'application/json' }, body: utf8(CHAT_BODY) }),
      ]) {
        expectWebhookRefused(answer, 'invalid_webhook')
      }
    },
    'webhooks',
  ),
]
