import assert from 'node:assert/strict'
import { createUserSigEndpoint } from '@usersig/core/endpoint'
import { type AttackClass, need } from '../attack.ts'
import { expectIssued, expectNoTicket, expectOnlyFor, expectServing, MALLORY, ticketsIn } from '../check.ts'
import type { Target } from '../target.ts'

const PROMISE = 'who gets a ticket is decided by the own login of the app, and by nothing else that a client sends'

const BODIES = [
  { userId: MALLORY },
  { userID: MALLORY },
  { user: MALLORY },
  { identifier: MALLORY },
  { sub: MALLORY },
  { expire: 315_360_000 },
  { sdkAppId: 1 },
  { privileges: 'all' },
]
const QUERIES = ['userId', 'user', 'identifier', 'x-test-user', 'authorization', 'userId[]', 'userId%00']
const HEADERS = [
  'X-User-Id',
  'X-User',
  'X-Remote-User',
  'Remote-User',
  'X-Forwarded-User',
  'X-Auth-Request-User',
  'X-Authenticated-User',
  'X_Test_User',
  'UserId',
  'From',
]
const COOKIES = [
  `userId=${MALLORY}`,
  `session=${MALLORY}; user=${MALLORY}`,
  `usersig_demo=${MALLORY}.9999999999.AAAA`,
  `usersig_demo=; usersig_demo=${MALLORY}`,
  `connect.sid=s%3A${MALLORY}; __Host-session=${MALLORY}`,
]

/** In letters that the service takes for the same. */
const RESERVED = [
  'administrator',
  'Administrator',
  'ADMINISTRATOR',
  'ａｄｍｉｎｉｓｔｒａｔｏｒ',
  'admin\u200bistrator',
  '\ufeffadministrator',
  'administ\u00adrator',
  'Root',
  'ｒoot',
]

async function asReserved({ name, signer }: Target): Promise<void> {
  need(name === 'the core' || undefined, 'headers hold no such letters: it is tried on the core')
  for (const userId of RESERVED) {
    const options = { signer, authenticate: () => userId, adminUserIds: ['root'], onError: () => {} }
    const { status, body } = await createUserSigEndpoint<null>(options)({
      method: 'POST',
      header: () => '0',
      readBody: async () => new Uint8Array(),
      request: null,
      context: undefined,
    })
    assert.equal(status, 403, `${userId}: ${body}`)
  }
}

export const IDENTITY: AttackClass = {
  name: 'identity',
  attacks: [
    {
      name: 'another user in the body',
      promise: PROMISE,
      async run(target) {
        for (const fields of BODIES) {
          const headers = { ...target.login('alice'), 'content-type': 'application/json' }
          const reply = await target.ask(target.issuePath, { headers, body: JSON.stringify(fields) })
          expectNoTicket(reply, JSON.stringify(fields))
        }
        await expectServing(target)
      },
    },
    {
      name: 'another user in the query',
      promise: PROMISE,
      async run(target) {
        for (const name of QUERIES) {
          const path = `${target.issuePath}?${name}=${MALLORY}`
          expectIssued(target, await target.ask(path, { headers: target.login('alice') }), 'alice', name)
          expectNoTicket(await target.ask(path), `${name}, not logged in`)
        }
      },
    },
    {
      name: 'another user in headers of proxies',
      promise: PROMISE,
      async run(target) {
        for (const name of HEADERS) {
          const forged = { [name]: MALLORY }
          expectNoTicket(await target.ask(target.issuePath, { headers: forged }), name)
          const reply = await target.ask(target.issuePath, { headers: { ...forged, ...target.login('alice') } })
          expectIssued(target, reply, 'alice', name)
        }
      },
    },
    {
      name: 'forged cookies',
      promise: PROMISE,
      async run(target) {
        for (const cookie of COOKIES) {
          expectNoTicket(await target.ask(target.issuePath, { headers: { cookie } }), cookie)
        }
        const own = target.login('alice')['cookie']
        if (own === undefined) return
        for (const cookie of [own.replace('alice', 'bob'), own.slice(0, -2), `${own}; usersig_demo=bob`]) {
          const reply = await target.ask(target.issuePath, { headers: { cookie } })
          expectOnlyFor(target, reply.body, 'alice', cookie)
        }
      },
    },
    {
      name: 'a login that nobody knows',
      promise: PROMISE,
      async run(target) {
        const tries: Record<string, string>[] = [
          { authorization: `Bearer ${MALLORY}` },
          { authorization: `Basic ${btoa(`${MALLORY}:`)}` },
          { authorization: 'Bearer ' },
          { authorization: `Bearer ${target.signer.genUserSig('alice')}` },
        ]
        for (const headers of tries) expectNoTicket(await target.ask(target.issuePath, { headers }))
      },
    },
    {
      name: 'the name of the administrator',
      promise: 'administrator, whose ticket opens the REST API, gets no ticket from an endpoint',
      async run(target) {
        for (const name of ['administrator', 'Administrator', 'ADMINISTRATOR']) {
          expectNoTicket(await target.ask(target.issuePath, { headers: target.login(name) }), name)
        }
      },
    },
    {
      name: 'the name of the administrator in other letters',
      promise: 'administrator gets no ticket in any letters that the service takes for the same',
      run: asReserved,
    },
    {
      name: 'many users at once',
      promise: 'answers to requests at the same time are never exchanged',
      async run(target) {
        const users = Array.from({ length: 60 }, (_, i) => ['alice', 'bob', 'carol'][i % 3] as string)
        const replies = await Promise.all(
          users.map((user) => target.ask(target.issuePath, { headers: target.login(user) })),
        )
        replies.forEach((reply, i) => {
          expectIssued(target, reply, users[i] ?? '')
        })
        assert.ok(ticketsIn(replies[0]?.body ?? '').length > 0)
      },
    },
  ],
}
