import { json, send } from '../client.ts'
import { expectIssued, expectProblem } from '../expect.ts'
import { contractCase } from './case.ts'

const FAULTS = {
  'authenticate throws': { user: 'throw' },
  'authenticate rejects with something that is not an Error': { user: 'reject' },
  'authenticate returns something that is not a string': { user: 'number' },
  'authenticate returns what is not a UserID': { user: 'x'.repeat(33) },
  'authorizeRoom throws': { user: 'alice', ...json({ roomId: 666 }) },
}

export const faultCases = Object.entries(FAULTS).map(([name, outgoing]) =>
  contractCase(`answers 500 without a word of what happened when ${name}, and goes on`, async ({ issueUrl }) => {
    expectProblem(await send(issueUrl, outgoing), 'internal_error')
    expectIssued(await send(issueUrl, { user: 'alice' }), 'alice')
  }),
)
