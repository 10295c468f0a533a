import { json, send } from '../client.ts'
import { expectProblem } from '../expect.ts'
import { contractCase } from './case.ts'

const INVALID_ROOMS = [
  { roomId: 10000, strRoomId: 'room-1' },
  { roomId: '10000' },
  { roomId: 0 },
  { roomId: -1 },
  { roomId: 1.5 },
  { roomId: 4294967295 },
  { roomId: null },
  { roomId: [10000] },
  { strRoomId: '' },
  { strRoomId: 10000 },
  { strRoomId: null },
  { strRoomId: 'x'.repeat(65) },
]

const UNKNOWN_FIELDS = [
  { userId: 'eve' },
  { roomId: 10000, userId: 'eve' },
  { expire: 1 },
  { privileges: 'all' },
  { room: 10000 },
  { sdkAppId: 1 },
]

export const roomCases = [
  ...INVALID_ROOMS.map((room) =>
    contractCase(`answers 400 invalid_room to ${shorten(room)}`, async ({ issueUrl }) => {
      expectProblem(await send(issueUrl, { user: 'alice', ...json(room) }), 'invalid_room')
    }),
  ),
  ...UNKNOWN_FIELDS.map((body) =>
    contractCase(`answers 400 invalid_body to ${shorten(body)}`, async ({ issueUrl }) => {
      expectProblem(await send(issueUrl, { user: 'alice', ...json(body) }), 'invalid_body')
    }),
  ),
]

function shorten(value: object): string {
  const text = JSON.stringify(value)
  return text.length > 60 ? `${text.slice(0, 60)}…` : text
}
