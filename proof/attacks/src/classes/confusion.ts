import assert from 'node:assert/strict'
import { createHash, createHmac } from 'node:crypto'
import {
  CHAT_WEBHOOK_TOKEN,
  OTHER_SECRET_KEY,
  SDK_APP_ID,
  SECRET_KEY,
  TENANT_HEADER,
  TRTC_WEBHOOK_KEYS,
} from '@usersig/contract/fixture'
import { createUserSigner } from '@usersig/core'
import { packDocument } from '@usersig/doctor'
import { type AttackClass, need } from '../attack.ts'
import { expectStatus } from '../check.ts'
import type { Target } from '../target.ts'

const visit = (target: Target, ticket: string, more: Record<string, string> = {}) =>
  target.ask(need(target.guardPath, 'there is no guard'), {
    method: 'GET',
    headers: { authorization: `Bearer ${ticket}`, ...more },
  })

const ROOM = { roomId: 10000, privileges: 'all' } as const

/** A document with any fields, signed over others. */
function crafted(fields: Record<string, unknown>, signed: Record<string, unknown> = fields): string {
  const text = ['identifier', 'sdkappid', 'time', 'expire', 'userbuf']
    .filter((name) => signed[`TLS.${name}`] !== undefined)
    .map((name) => `TLS.${name}:${signed[`TLS.${name}`]}\n`)
    .join('')
  const sig = createHmac('sha256', SECRET_KEY).update(text).digest('base64')
  return packDocument(JSON.stringify({ 'TLS.ver': '2.0', ...fields, 'TLS.sig': sig }), 'deflate')
}

function fieldsOf(userId: string): Record<string, unknown> {
  const time = Math.floor(Date.now() / 1000)
  return { 'TLS.identifier': userId, 'TLS.sdkappid': SDK_APP_ID, 'TLS.expire': 86_400, 'TLS.time': time }
}

export const CONFUSION: AttackClass = {
  name: 'confusion',
  attacks: [
    {
      name: 'a PrivateMapKey as a login',
      promise: 'a PrivateMapKey cannot log in',
      async run(target) {
        expectStatus(await visit(target, target.signer.genPrivateMapKey('alice', ROOM)), [401])
        expectStatus(await visit(target, target.signer.genUserSig('alice', { userBuf: new Uint8Array([1]) })), [401])
        expectStatus(await visit(target, target.signer.genUserSig('alice')), [200], 'a UserSig')
      },
    },
    {
      name: 'a UserSig as a PrivateMapKey, and the key of another room or user',
      promise: 'a UserSig opens no room, and a PrivateMapKey opens its own',
      run({ name, signer }) {
        need(name === 'the core' || undefined, 'rooms are opened by Tencent: tried on the core')
        const key = signer.genPrivateMapKey('alice', ROOM)
        const code = (code: string) => ({ code })
        assert.throws(() => signer.verifyPrivateMapKey(signer.genUserSig('alice')), code('not_a_private_map_key'))
        assert.throws(() => signer.verifyUserSig(key), code('unexpected_user_buf'))
        assert.throws(() => signer.verifyPrivateMapKey(key, { roomId: 10001 }), code('room_mismatch'))
        assert.throws(() => signer.verifyPrivateMapKey(key, { strRoomId: '10000' }), code('room_mismatch'))
        assert.throws(() => signer.verifyPrivateMapKey(key, { userId: 'bob' }), code('user_mismatch'))
      },
    },
    {
      name: 'the ticket of another application',
      promise: 'a ticket counts for the application that it was signed for',
      async run(target) {
        for (const app of [
          { sdkAppId: SDK_APP_ID + 1, secretKey: SECRET_KEY },
          { sdkAppId: SDK_APP_ID, secretKey: OTHER_SECRET_KEY },
          { sdkAppId: SDK_APP_ID + 1, secretKey: OTHER_SECRET_KEY },
        ]) {
          expectStatus(await visit(target, createUserSigner(app).genUserSig('alice')), [401], JSON.stringify(app))
        }
      },
    },
    {
      name: 'the ticket of one tenant at another',
      promise: 'one server keeps the applications that it serves apart',
      async run(target) {
        const path = need(target.liveGuardPath, 'it serves one application')
        const second = createUserSigner({ sdkAppId: SDK_APP_ID + 1, secretKey: OTHER_SECRET_KEY })
        const ask = (ticket: string, tenant: string) =>
          target.ask(path, {
            method: 'GET',
            headers: { authorization: `Bearer ${ticket}`, [TENANT_HEADER]: tenant },
          })
        expectStatus(await ask(second.genUserSig('alice'), 'second'), [200], 'its own')
        expectStatus(await ask(second.genUserSig('alice'), 'main'), [401])
        expectStatus(await ask(target.signer.genUserSig('alice'), 'second'), [401])
        expectStatus(await ask(target.signer.genUserSig('alice'), 'unknown'), [404])
      },
    },
    {
      name: 'claims that were changed under a signature',
      promise: 'only what was signed counts',
      async run(target) {
        const alice = fieldsOf('alice')
        expectStatus(await visit(target, crafted(alice)), [200], 'a ticket that was built by hand')
        for (const change of [
          { 'TLS.identifier': 'bob' },
          { 'TLS.expire': 864_000 },
          { 'TLS.sdkappid': String(SDK_APP_ID + 1) },
          { 'TLS.time': 1 },
          { 'TLS.identifier': 'alice\nTLS.sdkappid:1' },
        ]) {
          expectStatus(await visit(target, crafted({ ...alice, ...change }, alice)), [401], JSON.stringify(change))
        }
      },
    },
    {
      name: 'two names for one field',
      promise: 'a document that can be read in two ways is refused',
      async run(target) {
        const alice = fieldsOf('alice')
        const sig = /"TLS.sig":"([^"]+)"/
        const twice = (name: string, value: unknown) => {
          const text = ['identifier', 'sdkappid', 'time', 'expire'].map(
            (each) => `TLS.${each}:${alice[`TLS.${each}`]}\n`,
          )
          const mac = createHmac('sha256', SECRET_KEY).update(text.join('')).digest('base64')
          const whole = JSON.stringify({ 'TLS.ver': '2.0', ...alice, 'TLS.sig': mac })
          assert.match(whole, sig)
          return packDocument(whole.replace(/}$/, `,"${name}":${JSON.stringify(value)}}`), 'deflate')
        }
        const { status, body } = await visit(target, twice('TLS.identifier', 'bob'))
        assert.ok(status === 401 || /alice/.test(body), `${status} ${body}`)
        assert.doesNotMatch(body, /bob/)
      },
    },
    {
      name: 'the signature of one kind of webhook at the other',
      promise: 'webhooks of TRTC and of Chat are signed in ways of their own',
      async run(target) {
        const trtcPath = need(target.trtcPath, 'there are no webhooks')
        const chatPath = need(target.chatPath, 'there are no webhooks')
        const time = Math.floor(Date.now() / 1000)
        const body = `{"CallbackTs":${time * 1000}}`
        const trtc = createHmac('sha256', TRTC_WEBHOOK_KEYS[0] ?? '')
          .update(body)
          .digest('base64')
        const chat = createHash('sha256').update(`${CHAT_WEBHOOK_TOKEN}${time}`).digest('hex')
        const headers = { 'content-type': 'application/json' }
        const query = `?Sign=${encodeURIComponent(trtc)}&RequestTime=${time}`
        expectStatus(await target.ask(`${chatPath}${query}`, { headers: { ...headers, sign: trtc }, body }), [403])
        expectStatus(await target.ask(trtcPath, { headers: { ...headers, sign: chat }, body }), [403])
      },
    },
  ],
}
