import assert from 'node:assert/strict'
import { send } from '../client.ts'
import { expectIssued, expectProblem } from '../expect.ts'
import { contractCase, waitingCase } from './case.ts'

/** Spellings of `administrator`, which Chat gives all rights, and of what the app reserves beside it. */
const RESERVED = ['administrator', 'Administrator', 'ADMINISTRATOR', 'root', 'rOOT']

export const limitCases = [
  contractCase('answers 429 to a user who asks too often, and says when to come back', async ({ issueUrl }) => {
    const answer = await send(issueUrl, { user: 'busy' })
    expectProblem(answer, 'too_many_requests')
    assert.equal(answer.headers['retry-after'], '7')
    expectIssued(await send(issueUrl, { user: 'alice' }), 'alice')
  }),
  waitingCase('lets a request pass when the limiter fails or hangs', async ({ issueUrl }) => {
    expectIssued(await send(issueUrl, { user: 'limiter-down' }), 'limiter-down')
    expectIssued(await send(issueUrl, { user: 'limiter-hangs' }), 'limiter-hangs')
  }),
  ...RESERVED.map((user) =>
    contractCase(`answers 403 to a user with the name ${user}`, async ({ issueUrl }) => {
      expectProblem(await send(issueUrl, { user }), 'user_refused')
    }),
  ),
]
