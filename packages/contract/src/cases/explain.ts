import assert from 'node:assert/strict'
import { send } from '../client.ts'
import { expectProblem, expectRefusedTicket, signer } from '../expect.ts'
import type { ResolvedTarget } from '../target.ts'
import { contractCase } from './case.ts'
import { visit } from './guard.ts'

/** What the option `explain` said of the last request that was refused. */
async function lastExplained({ issueUrl }: ResolvedTarget): Promise<string> {
  const answer = await send(issueUrl, { user: 'explained' })
  assert.equal(answer.status, 200, answer.body)
  return JSON.parse(answer.body).userId
}

export const explainCases = [
  contractCase('explains a 401 of the endpoint', async (target) => {
    expectProblem(await send(target.issueUrl, {}), 'unauthenticated')
    assert.equal(await lastExplained(target), '401.unauthenticated.0.key.shut')
  }),
  contractCase(
    'explains a 401 of the guard, with the ticket and the key that it has',
    async (target) => {
      const ticket = signer.genUserSig('alice', { now: Math.floor(Date.now() / 1000) - 3600, expire: 60 })
      expectRefusedTicket(await visit(target.guardUrl, ticket), 'expired', ticket)
      assert.equal(await lastExplained(target), `401.expired.${ticket.length}.key.shut`)
    },
    'guard',
  ),
  contractCase(
    'explains a 401 of the guard for a ticket that came without "Bearer"',
    async (target) => {
      const ticket = signer.genUserSig('alice')
      const headers = { authorization: ticket }
      expectProblem(await send(target.guardUrl, { method: 'GET', headers }), 'missing_user_sig')
      assert.equal(await lastExplained(target), `401.missing_user_sig.${ticket.length}.key.shut`.slice(0, 32))
    },
    'guard',
  ),
]
