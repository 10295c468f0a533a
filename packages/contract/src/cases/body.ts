import { gzipSync } from 'node:zlib'
import { type Answer, json, send, sendOrHangUp, utf8 } from '../client.ts'
import { expectIssued, expectProblem, expectRefused } from '../expect.ts'
import type { ResolvedTarget } from '../target.ts'
import { contractCase } from './case.ts'

const MAX_BODY_BYTES = 16 * 1024
const ROOM = { roomId: 10000 }
const ROOM_BYTES = utf8(JSON.stringify(ROOM))

/** Asserts the problem, or any refusal where a parser of the app answers in place of the handler. */
function expectBodyProblem(
  answer: Answer,
  code: Parameters<typeof expectProblem>[1],
  { features }: ResolvedTarget,
): void {
  if (features.parsedBody) expectRefused(answer)
  else expectProblem(answer, code)
}

function typed(type: string, body: Uint8Array | readonly Uint8Array[] = ROOM_BYTES) {
  return { user: 'alice', headers: { 'content-type': type }, body }
}

/** JSON for a room, blown up with white space to this many bytes. */
function padded(length: number): Uint8Array {
  return utf8(JSON.stringify(ROOM).replace('}', `${' '.repeat(length - ROOM_BYTES.length)}}`))
}

/** An unknown field makes it a fault even for a parser that reads more. */
function oversized(length: number): Uint8Array {
  return utf8(JSON.stringify({ pad: 'x'.repeat(length) }))
}

function inChunks(bytes: Uint8Array, size: number): Uint8Array[] {
  return Array.from({ length: Math.ceil(bytes.length / size) }, (_, i) => bytes.subarray(i * size, (i + 1) * size))
}

const JSON_TYPES = [
  'application/json; charset=utf-8',
  'application/json;charset=UTF-8',
  'application/json; charset="utf-8"',
  'Application/JSON',
]
const OTHER_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'application/jsonp',
  'application/problem+json',
  'application/json; charset=latin1',
  'application/json; charset=utf-16',
  'application/json, text/plain',
  'json',
]
const FAULTY_JSON = { 'no JSON': 'roomId=10000', 'half of it': '{"roomId":100', 'JSON and more': '{"roomId":10000}}' }
const NO_OBJECTS = ['null', '[]', '[{"roomId":10000}]', '10000', '"room-1"', 'true']

export const bodyCases = [
  ...JSON_TYPES.map((type) =>
    contractCase(`takes a body of type ${type}`, async ({ issueUrl }) => {
      expectIssued(await send(issueUrl, typed(type)), 'alice', ROOM)
    }),
  ),
  ...OTHER_TYPES.map((type) =>
    contractCase(`answers 415 to a body of type ${type}`, async (target) => {
      expectBodyProblem(await send(target.issueUrl, typed(type)), 'unsupported_media_type', target)
    }),
  ),
  contractCase('answers 415 to a body without a type', async (target) => {
    expectBodyProblem(
      await send(target.issueUrl, { user: 'alice', body: ROOM_BYTES }),
      'unsupported_media_type',
      target,
    )
  }),
  contractCase('answers 415 to a compressed body', async (target) => {
    const headers = { 'content-type': 'application/json', 'content-encoding': 'gzip' }
    const answer = await send(target.issueUrl, { user: 'alice', headers, body: gzipSync(ROOM_BYTES) })
    expectBodyProblem(answer, 'unsupported_media_type', target)
  }),
  contractCase('takes an empty body without a type for no room', async ({ issueUrl }) => {
    expectIssued(await send(issueUrl, { user: 'alice', body: new Uint8Array() }), 'alice')
  }),
  contractCase(
    'takes an empty body of any type for no room',
    async ({ issueUrl }) => {
      expectIssued(await send(issueUrl, typed('application/json', new Uint8Array())), 'alice')
      expectIssued(await send(issueUrl, typed('application/json', [])), 'alice')
      expectIssued(await send(issueUrl, typed('text/plain', new Uint8Array())), 'alice')
    },
    'emptyBodies',
  ),
  ...Object.entries(FAULTY_JSON).map(([name, text]) =>
    contractCase(`answers 400 to ${name}`, async (target) => {
      const answer = await send(target.issueUrl, typed('application/json', utf8(text)))
      expectBodyProblem(answer, 'invalid_body', target)
    }),
  ),
  ...NO_OBJECTS.map((text) =>
    contractCase(`answers 400 to ${text}, which is no object`, async (target) => {
      const answer = await send(target.issueUrl, typed('application/json', utf8(text)))
      expectBodyProblem(answer, 'invalid_body', target)
    }),
  ),
  contractCase('answers 400 to bytes that are no UTF-8', async (target) => {
    const bytes = Uint8Array.from([...utf8('{"strRoomId":"'), 0xff, ...utf8('"}')])
    expectBodyProblem(await send(target.issueUrl, typed('application/json', bytes)), 'invalid_body', target)
  }),
  contractCase('reads a body that comes in chunks', async ({ issueUrl }) => {
    expectIssued(await send(issueUrl, typed('application/json', inChunks(ROOM_BYTES, 1))), 'alice', ROOM)
  }),
  contractCase('reads a body of exactly 16 KiB', async ({ issueUrl }) => {
    const body = padded(MAX_BODY_BYTES)
    expectIssued(await send(issueUrl, typed('application/json', body)), 'alice', ROOM)
    expectIssued(await send(issueUrl, typed('application/json', inChunks(body, 1000))), 'alice', ROOM)
  }),
  contractCase('answers 413 to a body above 16 KiB', async (target) => {
    const body = oversized(MAX_BODY_BYTES)
    const whole = await send(target.issueUrl, typed('application/json', body))
    expectBodyProblem(whole, 'body_too_large', target)
    const chunked = await send(target.issueUrl, typed('application/json', inChunks(body, 1000)))
    expectBodyProblem(chunked, 'body_too_large', target)
  }),
  contractCase('answers 413 to a body of a megabyte, or hangs up, and goes on', async (target) => {
    const body = oversized(1_000_000)
    for (const sent of [body, inChunks(body, 10_000)]) {
      const answer = await sendOrHangUp(target.issueUrl, typed('application/json', sent))
      if (answer) expectBodyProblem(answer, 'body_too_large', target)
      expectIssued(await send(target.issueUrl, { user: 'alice' }), 'alice')
    }
  }),
  contractCase('asks who is calling before it reads the body', async (target) => {
    if (target.features.parsedBody) return
    const headers = { 'content-type': 'text/plain' }
    expectProblem(await send(target.issueUrl, { body: utf8('{'), headers }), 'unauthenticated')
    expectProblem(await send(target.issueUrl, { body: oversized(MAX_BODY_BYTES), headers }), 'unauthenticated')
  }),
  contractCase('looks at the room after the body', async ({ issueUrl }) => {
    expectProblem(await send(issueUrl, { user: 'alice', ...json({ roomId: 666, userId: 'eve' }) }), 'invalid_body')
  }),
]
