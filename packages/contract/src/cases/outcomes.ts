import assert from 'node:assert/strict'
import { send } from '../client.ts'
import { signer } from '../expect.ts'
import { contractCase } from './case.ts'
import { visit } from './guard.ts'

/** Asserts what the app's hook for metrics was told about the request before. */
async function expectOutcome(issueUrl: string, outcome: string): Promise<void> {
  const answer = await send(issueUrl, { user: 'last-outcome' })
  assert.equal(JSON.parse(answer.body).userId, outcome)
}

export const outcomeCases = [
  contractCase('tells the app how each request ended', async ({ issueUrl }) => {
    await send(issueUrl, { user: 'alice' })
    await expectOutcome(issueUrl, 'issue-200-ok')
    await send(issueUrl)
    await expectOutcome(issueUrl, 'issue-401-unauthenticated')
    await send(issueUrl, { user: 'busy' })
    await expectOutcome(issueUrl, 'issue-429-too_many_requests')
    await send(issueUrl, { user: 'throw' })
    await expectOutcome(issueUrl, 'issue-500-internal_error')
  }),
  contractCase(
    'tells the app how each request to the guard ended',
    async ({ issueUrl, guardUrl }) => {
      await visit(guardUrl, signer.genUserSig('alice'))
      await expectOutcome(issueUrl, 'guard-200-ok')
      await visit(guardUrl, 'not-a-ticket')
      await expectOutcome(issueUrl, 'guard-401-malformed')
    },
    'guard',
  ),
]
