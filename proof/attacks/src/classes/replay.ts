import { createHash, createHmac } from 'node:crypto'
import { CHAT_WEBHOOK_TOKEN, TRTC_WEBHOOK_KEYS } from '@usersig/contract/fixture'
import { type AttackClass, need } from '../attack.ts'
import { expectStatus } from '../check.ts'
import type { Target } from '../target.ts'

const seconds = () => Math.floor(Date.now() / 1000)
const bearer = (ticket: string) => ({ headers: { authorization: `Bearer ${ticket}` }, method: 'GET' })
const NO_GUARD = 'there is no guard'
const NO_WEBHOOKS = 'there are no webhooks'

function trtc(target: Target, body: string, signed = body) {
  const sign = createHmac('sha256', TRTC_WEBHOOK_KEYS[0] ?? '')
    .update(signed)
    .digest('base64')
  const path = need(target.trtcPath, NO_WEBHOOKS)
  return target.ask(path, { headers: { 'content-type': 'application/json', sign }, body })
}

function chat(target: Target, signedTime: number, time: number) {
  const sign = createHash('sha256').update(`${CHAT_WEBHOOK_TOKEN}${signedTime}`).digest('hex')
  const path = `${need(target.chatPath, NO_WEBHOOKS)}?Sign=${sign}&RequestTime=${time}`
  return target.ask(path, { headers: { 'content-type': 'application/json' }, body: '{"CallbackCommand":"x"}' })
}

export const REPLAY: AttackClass = {
  name: 'replay',
  attacks: [
    {
      name: 'a ticket that has ended',
      promise: 'a ticket counts until it ends, with 5 seconds for clocks that differ',
      async run(target) {
        const path = need(target.guardPath, NO_GUARD)
        const old = target.signer.genUserSig('alice', { now: seconds() - 120, expire: 60 })
        expectStatus(await target.ask(path, bearer(old)), [401])
        expectStatus(await target.ask(path, bearer(target.signer.genUserSig('alice'))), [200], 'a valid ticket')
      },
    },
    {
      name: 'a ticket of the future',
      promise: 'a ticket does not count before it was issued',
      async run(target) {
        const path = need(target.guardPath, NO_GUARD)
        const ahead = target.signer.genUserSig('alice', { now: seconds() + 600 })
        expectStatus(await target.ask(path, bearer(ahead)), [401])
      },
    },
    {
      name: 'a ticket from before a kick',
      promise: 'the guard refuses tickets from before a kick, and those that the app has withdrawn',
      async run(target) {
        const path = need(target.liveGuardPath, 'there is no guard with a memory of kicks')
        const user = `kicked-${Date.now()}`
        const old = target.signer.genUserSig(user, { now: seconds() - 1 })
        expectStatus(await target.ask(path, bearer(old)), [401])
        expectStatus(await target.ask(path, bearer(target.signer.genUserSig('revoked'))), [401])
        expectStatus(await target.ask(path, bearer(target.signer.genUserSig('alice'))), [200], 'a valid ticket')
      },
    },
    {
      name: 'an old webhook of TRTC',
      promise: 'with maxAge, a webhook of TRTC that is older is refused',
      async run(target) {
        for (const ms of [-300_000, 300_000]) {
          expectStatus(await trtc(target, `{"CallbackTs":${Date.now() + ms}}`), [403])
        }
        expectStatus(await trtc(target, `{"CallbackTs":${Date.now()}}`), [200], 'a good webhook')
      },
    },
    {
      name: 'the signature of one webhook under another',
      promise: 'what is signed is the bytes of the body',
      async run(target) {
        const time = Date.now()
        expectStatus(await trtc(target, `{"CallbackTs":${time},"a":1}`, `{"CallbackTs":${time}}`), [403])
        expectStatus(await trtc(target, `{"CallbackTs":${time} }`, `{"CallbackTs":${time}}`), [403])
      },
    },
    {
      name: 'an old webhook of Chat, or its signature with a new time',
      promise: 'a webhook of Chat counts for a minute, and its time is signed',
      async run(target) {
        const now = seconds()
        expectStatus(await chat(target, now - 120, now - 120), [403])
        expectStatus(await chat(target, now - 120, now), [403])
        expectStatus(await chat(target, now, now), [200], 'a good webhook')
      },
    },
  ],
}
