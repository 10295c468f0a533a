import assert from 'node:assert/strict'
import { createUserSigner } from '@usersig/core'
import { type Answer, send } from '../client.ts'
import { expectProblem, expectRefusedTicket, signer } from '../expect.ts'
import { OTHER_SECRET_KEY, SDK_APP_ID, SECRET_KEY } from '../fixture.ts'
import { contractCase } from './case.ts'

/** Asks for the guarded path with a ticket. */
export function visit(guardUrl: string, ticket: string, scheme = 'Bearer'): Promise<Answer> {
  return send(guardUrl, { method: 'GET', headers: { authorization: `${scheme} ${ticket}` } })
}

/** Asserts that the guard let the request pass, and knows its user. */
export function expectPassed(answer: Answer, userId: string): void {
  assert.equal(answer.status, 200, answer.body)
  assert.deepEqual(JSON.parse(answer.body), { userId })
}

const anHourAgo = () => Math.floor(Date.now() / 1000) - 3600

const REFUSED_TICKETS: Record<string, () => readonly [code: string, ticket: string]> = {
  'is not a ticket': () => ['malformed', 'not-a-ticket'],
  'was cut off': () => ['malformed', signer.genUserSig('alice').slice(0, -8)],
  'is far too long': () => ['too_large', 'e'.repeat(5000)],
  'was signed with another key': () => [
    'bad_signature',
    createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: OTHER_SECRET_KEY }).genUserSig('alice'),
  ],
  'is for another application': () => [
    'app_mismatch',
    createUserSigner({ sdkAppId: SDK_APP_ID + 1, secretKey: SECRET_KEY }).genUserSig('alice'),
  ],
  'has expired': () => ['expired', signer.genUserSig('alice', { now: anHourAgo(), expire: 60 })],
  'is a PrivateMapKey': () => [
    'unexpected_user_buf',
    signer.genPrivateMapKey('alice', { roomId: 10000, privileges: 'audience' }),
  ],
}

export const guardCases = [
  contractCase(
    'lets a valid ticket pass',
    async ({ guardUrl }) => {
      const ticket = signer.genUserSig('alice')
      expectPassed(await visit(guardUrl, ticket), 'alice')
      expectPassed(await visit(guardUrl, ticket, 'bearer'), 'alice')
    },
    'guard',
  ),
  contractCase(
    'answers 401 where there is no ticket',
    async ({ guardUrl }) => {
      const ticket = signer.genUserSig('alice')
      for (const authorization of [
        undefined,
        'Bearer',
        'Bearer ',
        `Basic ${ticket}`,
        ticket,
        `Bearer ${ticket} more`,
      ]) {
        const headers = authorization === undefined ? {} : { authorization }
        expectProblem(await send(guardUrl, { method: 'GET', headers }), 'missing_user_sig')
      }
      expectProblem(await send(`${guardUrl}?userSig=${ticket}`, { method: 'GET' }), 'missing_user_sig')
    },
    'guard',
  ),
  ...Object.entries(REFUSED_TICKETS).map(([name, make]) =>
    contractCase(
      `answers 401 to a ticket that ${name}`,
      async ({ guardUrl }) => {
        const [code, ticket] = make()
        expectRefusedTicket(await visit(guardUrl, ticket), code, ticket)
      },
      'guard',
    ),
  ),
  contractCase(
    'keeps the users of parallel requests apart',
    async ({ guardUrl }) => {
      const users = Array.from({ length: 50 }, (_, i) => `user-${i}`)
      const answers = await Promise.all(users.map((user) => visit(guardUrl, signer.genUserSig(user))))
      answers.forEach((answer, i) => {
        expectPassed(answer, `user-${i}`)
      })
    },
    'guard',
  ),
]
