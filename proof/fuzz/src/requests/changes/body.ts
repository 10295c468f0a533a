import { entryTexts, objectText, oddValue } from '../../tickets/json/values.ts'
import type { Change } from '../attempt.ts'
import { SMUGGLED_USER } from '../attempt.ts'

const NAMES = [
  'roomId',
  'strRoomId',
  'userId',
  'privileges',
  'expire',
  'sdkAppId',
  '__proto__',
  'constructor',
  'toJSON',
  'roomid',
  '',
]
const VALUES = [
  '10000',
  '"room-1"',
  '"10000"',
  '10000.0',
  '1e4',
  '10000.00000000000000001',
  '[10000]',
  '["room-1"]',
  `"${SMUGGLED_USER}"`,
  '{"roomId":10000}',
]

/** JSON of all hostile sorts: fields of other types, twice, unknown, or in a prototype. */
export const fields: Change = (attempt, { random }) => {
  const entries = entryTexts(attempt.body?.toString() ?? '')
  for (let n = random.between(1, 3); n > 0; n--) {
    const value = random.once(2) ? random.pick(VALUES) : oddValue(random)
    entries.splice(random.below(entries.length + 1), random.below(2), [JSON.stringify(random.pick(NAMES)), value])
  }
  attempt.body = Buffer.from(objectText(entries))
}

const BODIES = [
  'null',
  '[]',
  '""',
  '0',
  '{',
  '{}',
  '{"roomId":1',
  '{"roomId":10000}}',
  '{"roomId":10000}\0',
  '\ufeff{"roomId":10000}',
  ' \n{"roomId":10000}\t ',
  '[{"roomId":10000}]',
  "{'roomId':10000}",
  '{"roomId":10000,}',
  'NaN',
  '{"roomId":-0}',
  '{"roomId":9007199254740993}',
  '{"roomId":1e400}',
  '{"strRoomId":"\\ud800"}',
  '{"strRoomId":"room-1\\u0000"}',
  '{"strRoomId":"room\\u002d1"}',
  '{"\\u0072oomId":10000}',
  '{"strRoomId":" room-1"}',
  '\0',
  ' ',
  '\r\n',
  '//',
  '<xml/>',
  'roomId=10000',
]

/** What is no object, no JSON, or an odd spelling of it. */
export const document: Change = (attempt, { random }) => {
  attempt.body = Buffer.from(random.pick(BODIES))
}

/** Bytes that are no UTF-8. */
export const notUtf8: Change = (attempt, { random }) => {
  const piece = random.pick([
    [0xc0, 0xaf],
    [0xed, 0xa0, 0x80],
    [0xff],
    [0xf4, 0x90, 0x80, 0x80],
    [0xe2, 0x82],
    [0xef, 0xbb, 0xbf],
  ])
  const body = Buffer.from(random.pick(['{"strRoomId":"room-1"}', '{"roomId":10000}']))
  const at = random.below(body.length)
  attempt.body = Buffer.concat([body.subarray(0, at), Buffer.from(piece), body.subarray(at)])
}

/** Deep, wide or long, on both sides of the longest body that is read. */
export const size: Change = (attempt, { random }) => {
  const length = random.pick([1000, 16_300, 16_383, 16_384, 16_385, 20_000, 200_000, 2_000_000])
  const [open, piece, close] = random.pick([
    ['{"roomId":', '[', ''],
    ['{"roomId":10000,"a":"', 'a', '"}'],
    ['{"roomId":10000', ' ', '}'],
    ['', '{"a":', ''],
    ['[', '0,', '0]'],
    ['{"strRoomId":"', '\\u0061', '"}'],
  ] as const)
  const room = Math.max(0, length - open.length - close.length)
  attempt.body = Buffer.from(open + piece.repeat(Math.ceil(room / piece.length)).slice(0, room) + close)
}
