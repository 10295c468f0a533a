import assert from 'node:assert/strict'
import { json, send } from '../client.ts'
import { expectIssued, expectProblem } from '../expect.ts'
import { contractCase } from './case.ts'

export const issueCases = [
  contractCase('serves the path with a slash after it the same way, or not at all', async ({ issueUrl }) => {
    const answer = await send(`${issueUrl}/`, { user: 'alice' })
    if (answer.status !== 404) expectIssued(answer, 'alice')
  }),
  contractCase('answers 403 for a room that is not open to the user', async ({ issueUrl }) => {
    for (const room of [{ roomId: 10001 }, { strRoomId: '10000' }, { strRoomId: 'room-2' }]) {
      expectProblem(await send(issueUrl, { user: 'alice', ...json(room) }), 'room_refused')
    }
  }),
  contractCase('looks at the room after the body', async ({ issueUrl }) => {
    expectProblem(await send(issueUrl, { user: 'alice', ...json({ roomId: 666, userId: 'eve' }) }), 'invalid_body')
  }),
  contractCase('gives each of many parallel requests its own user', async ({ issueUrl }) => {
    const users = Array.from({ length: 100 }, (_, i) => `user-${i}`)
    const answers = await Promise.all(users.map((user) => send(issueUrl, { user })))
    const tickets = answers.map((answer, i) => expectIssued(answer, `user-${i}`).userSig)
    assert.equal(new Set(tickets).size, users.length)
  }),
]
