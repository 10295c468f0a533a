import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { TRTC_WEBHOOK_KEYS } from '@usersig/contract/fixture'
import { type AttackClass, need } from '../attack.ts'
import { expectIssued, expectNoTicket, expectServing } from '../check.ts'
import type { Target } from '../target.ts'

const BODIES = [
  '{"__proto__":{"roomId":10000}}',
  '{"__proto__":{"userId":"mallory","isPolluted":true}}',
  '{"constructor":{"prototype":{"isPolluted":true}}}',
  '{"prototype":{"isPolluted":true}}',
  '{"__proto__":null}',
  '{"roomId":{"__proto__":{"isPolluted":true}}}',
  '{"toJSON":"mallory","valueOf":"mallory"}',
]
const QUERIES = ['__proto__[isPolluted]=1', '__proto__.isPolluted=1', 'constructor[prototype][isPolluted]=1']

/** The names that options have: none of them may come from the prototype. */
const OPTIONS = ['userBuf', 'roomId', 'strRoomId', 'privileges', 'expire', 'now', 'userId', 'clockTolerance']

function expectClean({ isInProcess }: Target): void {
  if (!isInProcess) return
  assert.equal(({} as { isPolluted?: unknown }).isPolluted, undefined, 'the prototype is polluted')
  assert.deepEqual(Object.keys(Object.prototype), [])
}

export const POLLUTION: AttackClass = {
  name: 'pollution',
  attacks: [
    {
      name: 'a prototype in the body',
      promise: 'no body reaches a prototype, and nothing in one counts',
      async run(target) {
        for (const body of BODIES) {
          const headers = { ...target.login('alice'), 'content-type': 'application/json' }
          expectNoTicket(await target.ask(target.issuePath, { headers, body }), body)
          expectClean(target)
        }
        await expectServing(target)
      },
    },
    {
      name: 'a prototype in the query and in the names of headers',
      promise: 'no query and no header reaches a prototype',
      async run(target) {
        for (const query of QUERIES) {
          const headers = { ...target.login('alice'), constructor: 'mallory' }
          expectIssued(target, await target.ask(`${target.issuePath}?${query}`, { headers }), 'alice', query)
          expectClean(target)
        }
      },
    },
    {
      name: 'a prototype in a webhook that is signed',
      promise: 'the event of a webhook is what JSON.parse makes of it, which reaches no prototype',
      async run(target) {
        const path = need(target.trtcPath, 'there are no webhooks')
        const body = `{"CallbackTs":${Date.now()},"__proto__":{"isPolluted":true}}`
        const sign = createHmac('sha256', TRTC_WEBHOOK_KEYS[0] ?? '')
          .update(body)
          .digest('base64')
        const { status } = await target.ask(path, { headers: { 'content-type': 'application/json', sign }, body })
        assert.ok(status === 200 || (status >= 400 && status < 500), String(status))
        expectClean(target)
      },
    },
    {
      name: 'options on a polluted Object.prototype',
      promise: 'properties of Object.prototype are not read as options',
      run({ name, signer }) {
        need(name === 'the core' || undefined, 'tried on the core here, on each adapter by its own tests')
        const old = signer.genUserSig('alice', { now: 1_700_000_000 })
        for (const option of OPTIONS) {
          const root = Object.prototype as Record<string, unknown>
          try {
            root[option] = option === 'now' ? 1_700_000_001 : 99
            const { userId, room, expire } = signer.verifyUserSig(signer.genUserSig('bob'))
            assert.deepEqual([userId, room, expire], ['bob', undefined, 604_800], option)
            assert.throws(() => signer.verifyUserSig(old), { code: 'expired' }, option)
          } finally {
            delete root[option]
          }
        }
      },
    },
  ],
}
