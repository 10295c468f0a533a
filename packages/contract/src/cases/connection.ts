import assert from 'node:assert/strict'
import { Agent } from 'node:http'
import { abandon, exchange, json, type Outgoing, send, utf8 } from '../client.ts'
import { expectIssued } from '../expect.ts'
import { USER_HEADER } from '../fixture.ts'
import type { ResolvedTarget } from '../target.ts'
import { contractCase } from './case.ts'

const ROOM = { roomId: 10000 }
const BODY = JSON.stringify(ROOM)

const REFUSED: Record<string, Outgoing & { status: number }> = {
  'a wrong method': { status: 405, method: 'PUT', user: 'alice', ...json(ROOM) },
  nobody: { status: 401, ...json(ROOM) },
  'a refused room': { status: 403, user: 'alice', ...json({ roomId: 1 }) },
  'an unknown field': { status: 400, user: 'alice', ...json({ userId: 'eve' }) },
  'a callback that throws': { status: 500, user: 'throw', ...json(ROOM) },
  'no JSON': { status: 415, user: 'alice', body: utf8('roomId=1'), headers: { 'content-type': 'text/plain' } },
}

/** Lines of a request as they go over the wire, which no HTTP client would send. */
function wire({ issueUrl }: ResolvedTarget, lines: readonly string[], body: string, version = '1.1'): string {
  const { host, pathname } = new URL(issueUrl)
  return [`POST ${pathname} HTTP/${version}`, `Host: ${host}`, ...lines, '', body].join('\r\n')
}

const TICKETS = /"userSig":"e.+"privateMapKey":"e/
const LOGIN = `${USER_HEADER}: alice`
const LENGTH = `Content-Length: ${BODY.length}`

/** Each could make two machines in a row disagree on where the request ends. */
const ODD_REQUESTS: Record<string, readonly string[]> = {
  'two lengths': [LENGTH, 'Content-Length: 5'],
  'a length and chunks': [LENGTH, 'Transfer-Encoding: chunked'],
  'a negative length': ['Content-Length: -1'],
  'a length that is not a number': ['Content-Length: 0x10'],
  'an unknown transfer coding': ['Transfer-Encoding: nonsense'],
  'a space in front of a colon': [`Content-Length : ${BODY.length}`],
}

export const connectionCases = [
  ...Object.entries(REFUSED).map(([name, { status, ...outgoing }]) =>
    contractCase(`answers the next request of the connection after ${name}`, async ({ issueUrl }) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 })
      try {
        assert.equal((await send(issueUrl, { ...outgoing, agent })).status, status)
        expectIssued(await send(issueUrl, { user: 'alice', ...json(ROOM), agent }), 'alice', ROOM)
      } finally {
        agent.destroy()
      }
    }),
  ),
  contractCase('goes on when a client leaves in the middle of the body', async ({ issueUrl }) => {
    await abandon(issueUrl, 'alice', { 'content-length': '1000' })
    await abandon(issueUrl, 'alice', { 'transfer-encoding': 'chunked' })
    expectIssued(await send(issueUrl, { user: 'alice', ...json(ROOM) }), 'alice', ROOM)
  }),
  contractCase(
    'never takes the unread body of a refused request for the next request',
    async (target) => {
      const inner = wire(target, [LOGIN, 'Content-Length: 0'], '')
      const refused = wire(target, ['Content-Type: application/json', `Content-Length: ${inner.length}`], inner)
      const next = wire(target, [LOGIN, 'Content-Length: 0', 'Connection: close'], '')
      const answers = statuses(await exchange(target.baseUrl, refused + next))
      // A parser in front of the login answers 400; who cannot skip the body hangs up.
      assert.match(answers.join(' '), target.features.parsedBody ? /^400( 200)?$/ : /^401( 200)?$/)
    },
    'rawSockets',
  ),
  ...Object.entries(ODD_REQUESTS).map(([name, lines]) =>
    contractCase(
      `issues nothing to a request with ${name}`,
      async (target) => {
        const head = [LOGIN, 'Content-Type: application/json', 'Connection: close', ...lines]
        const received = await exchange(target.baseUrl, wire(target, head, BODY))
        assert.ok(
          statuses(received).every((status) => status >= 400),
          received,
        )
        expectIssued(await send(target.issueUrl, { user: 'alice' }), 'alice')
      },
      'rawSockets',
    ),
  ),
  contractCase(
    'serves HTTP/1.0',
    async (target) => {
      const head = [LOGIN, 'Content-Type: application/json', LENGTH]
      const received = await exchange(target.baseUrl, wire(target, head, BODY, '1.0'))
      assert.deepEqual(statuses(received), [200], received)
      assert.match(received, TICKETS)
    },
    'rawSockets',
  ),
  contractCase(
    'lets a client that waits for 100 Continue send its body',
    async (target) => {
      const head = [LOGIN, 'Content-Type: application/json', LENGTH, 'Expect: 100-continue', 'Connection: close']
      const received = await exchange(target.baseUrl, wire(target, head, BODY))
      assert.equal(statuses(received).at(-1), 200, received)
      assert.match(received, TICKETS)
    },
    'rawSockets',
  ),
]

function statuses(received: string): number[] {
  return [...received.matchAll(/HTTP\/1\.[01] (\d{3}) /g)].map(([, status]) => Number(status))
}
