import { send, sendOrHangUp, utf8 } from '../client.ts'
import { expectIssued, expectProblem, expectRefused } from '../expect.ts'
import { contractCase } from './case.ts'

/** An unknown field makes it a fault even for a parser that reads more. */
const OVERSIZED = utf8(JSON.stringify({ pad: 'x'.repeat(1_000_000) }))

function inChunks(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
}

export const bodyCases = [
  contractCase('answers 413 to a body of a megabyte, or hangs up, and goes on', async ({ issueUrl, features }) => {
    for (const body of [OVERSIZED, inChunks(OVERSIZED, 10_000)]) {
      const headers = { 'content-type': 'application/json' }
      const answer = await sendOrHangUp(issueUrl, { user: 'alice', headers, body })
      if (answer && features.parsedBody) expectRefused(answer)
      else if (answer) expectProblem(answer, 'body_too_large')
      expectIssued(await send(issueUrl, { user: 'alice' }), 'alice')
    }
  }),
]
