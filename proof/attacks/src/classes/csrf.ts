import assert from 'node:assert/strict'
import { type AttackClass, need } from '../attack.ts'
import { expectNoTicket, expectServing } from '../check.ts'

const EVIL = 'https://evil.example'

/** What a page can send anywhere without asking first. Source: the CORS-safelisted request of fetch.spec.whatwg.org. */
const SIMPLE_TYPES = [
  'text/plain',
  'text/plain; charset=utf-8',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'text/plain, application/json',
  'text/plain; a="application/json"',
  '',
]

export const CSRF: AttackClass = {
  name: 'CSRF',
  attacks: [
    {
      name: 'a form or a simple request with a body',
      promise: 'a body is read as JSON only where it says application/json, which a page elsewhere cannot send unasked',
      async run(target) {
        const { open } = target.rooms ?? { open: { roomId: 7 } }
        for (const type of SIMPLE_TYPES) {
          const headers = { ...target.login('alice'), ...(type !== '' && { 'content-type': type }) }
          for (const body of [JSON.stringify(open), `${JSON.stringify(open)}=`, `roomId=10000`]) {
            expectNoTicket(await target.ask(target.issuePath, { headers, body }), `${type} ${body}`)
          }
        }
        await expectServing(target)
      },
    },
    {
      name: 'a preflight of another origin',
      promise: 'a preflight of an origin that the app does not name is not allowed',
      async run(target) {
        for (const path of [target.issuePath, target.guardPath].filter((each) => each !== undefined)) {
          const reply = await target.ask(path, {
            method: 'OPTIONS',
            headers: {
              origin: EVIL,
              'access-control-request-method': 'POST',
              'access-control-request-headers': 'authorization,content-type',
            },
          })
          assert.notEqual(reply.headers['access-control-allow-origin'], '*', path)
          assert.notEqual(reply.headers['access-control-allow-origin'], EVIL, path)
        }
      },
    },
    {
      name: 'a request without a body, by a page of another origin',
      promise: 'the page cannot read the answer, and a cookie of the demo does not come along',
      async run(target) {
        const headers = { ...target.login('alice'), origin: EVIL, 'sec-fetch-site': 'cross-site' }
        const reply = await target.ask(target.issuePath, { headers })
        assert.equal(reply.headers['access-control-allow-origin'], undefined)
        assert.equal(reply.headers['set-cookie'], undefined)
      },
    },
    {
      name: 'a login from another origin',
      promise: 'the cookie of the demo is SameSite and HttpOnly',
      async run(target) {
        need(target.login('alice')['cookie'], 'it has no login of its own')
        const body = JSON.stringify({ user: 'alice' })
        const own = { 'content-type': 'application/json' }
        const { headers: set } = await target.ask('/api/login', { headers: own, body })
        assert.match(String(set['set-cookie']), /SameSite=(Lax|Strict)/i)
        assert.match(String(set['set-cookie']), /HttpOnly/i)
        for (const type of SIMPLE_TYPES.slice(0, 4)) {
          const reply = await target.ask('/api/login', { headers: { 'content-type': type, origin: EVIL }, body })
          assert.equal(reply.headers['set-cookie'], undefined, type)
        }
      },
    },
  ],
}
