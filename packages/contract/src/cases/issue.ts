import assert from 'node:assert/strict'
import { json, send } from '../client.ts'
import { expectIssued, expectProblem } from '../expect.ts'
import { contractCase } from './case.ts'

const NUMBER_ROOM = { roomId: 10000 }
const STRING_ROOM = { strRoomId: 'room-1' }

export const issueCases = [
  contractCase('issues a UserSig to the user of the session', async ({ issueUrl }) => {
    expectIssued(await send(issueUrl, { user: 'alice' }), 'alice')
  }),
  contractCase('issues both tickets for a numeric room', async ({ issueUrl }) => {
    expectIssued(await send(issueUrl, { user: 'alice', ...json(NUMBER_ROOM) }), 'alice', NUMBER_ROOM)
  }),
  contractCase('issues both tickets for a string room', async ({ issueUrl }) => {
    expectIssued(await send(issueUrl, { user: 'alice', ...json(STRING_ROOM) }), 'alice', STRING_ROOM)
  }),
  contractCase('takes an empty object for no room', async ({ issueUrl }) => {
    expectIssued(await send(issueUrl, { user: 'alice', ...json({}) }), 'alice')
  }),
  contractCase('takes nothing from the query string', async ({ issueUrl }) => {
    expectIssued(await send(`${issueUrl}?userId=eve&roomId=10000&expire=1`, { user: 'alice' }), 'alice')
  }),
  contractCase('serves the path with a slash behind it the same way, or not at all', async ({ issueUrl }) => {
    const answer = await send(`${issueUrl}/`, { user: 'alice' })
    if (answer.status !== 404) expectIssued(answer, 'alice')
  }),
  contractCase('answers 401 to who is not logged in', async ({ issueUrl }) => {
    expectProblem(await send(issueUrl), 'unauthenticated')
    expectProblem(await send(issueUrl, json(NUMBER_ROOM)), 'unauthenticated')
  }),
  contractCase('answers 403 for a room that is not open to the user', async ({ issueUrl }) => {
    for (const room of [{ roomId: 10001 }, { strRoomId: '10000' }, { strRoomId: 'room-2' }]) {
      expectProblem(await send(issueUrl, { user: 'alice', ...json(room) }), 'room_refused')
    }
  }),
  contractCase('gives each of many parallel requests its own user', async ({ issueUrl }) => {
    const users = Array.from({ length: 100 }, (_, i) => `user-${i}`)
    const answers = await Promise.all(users.map((user) => send(issueUrl, { user })))
    const tickets = answers.map((answer, i) => expectIssued(answer, `user-${i}`).userSig)
    assert.equal(new Set(tickets).size, users.length)
  }),
]
