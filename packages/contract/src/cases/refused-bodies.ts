import assert from 'node:assert/strict'
import { send } from '../client.ts'
import { expectIssued } from '../expect.ts'
import { USER_HEADER } from '../fixture.ts'
import { RawClient } from '../raw-client.ts'
import type { ResolvedTarget } from '../target.ts'
import { contractCase, waitingCase } from './case.ts'

/** What the kernels of both sides may hold beside what the server reads. */
const MAX_TAKEN_BYTES = 32 * 1024 * 1024

const ALICE = { [USER_HEADER]: 'alice', 'Content-Type': 'application/json' }

interface Refusal {
  readonly status: number
  readonly url: (target: ResolvedTarget) => string
  readonly method?: string
  readonly headers?: Record<string, string>
  /** The handler refuses before any body parser could. */
  readonly beforeParsers?: true
}

/** Requests that are refused before their body has been read, or in the middle of it. */
export const REFUSALS: Readonly<Record<string, Refusal>> = {
  nobody: { status: 401, url: ({ issueUrl }) => issueUrl },
  'a wrong method': { status: 405, url: ({ issueUrl }) => issueUrl, method: 'PUT', headers: ALICE },
  'a user who asks too often': { status: 429, url: ({ issueUrl }) => issueUrl, headers: { [USER_HEADER]: 'busy' } },
  'a reserved name': { status: 403, url: ({ issueUrl }) => issueUrl, headers: { [USER_HEADER]: 'administrator' } },
  'a body that is too large': { status: 413, url: ({ issueUrl }) => issueUrl, headers: ALICE },
  'a request without a ticket': { status: 401, url: ({ guardUrl }) => guardUrl, method: 'GET' },
  'an unsigned webhook of TRTC': { status: 403, url: ({ trtcUrl }) => trtcUrl, beforeParsers: true },
  'an unsigned webhook of Chat': { status: 403, url: ({ chatUrl }) => chatUrl, beforeParsers: true },
  'a webhook that is too large': {
    status: 413,
    url: ({ trtcUrl }) => trtcUrl,
    headers: { Sign: `${'A'.repeat(43)}=` },
    beforeParsers: true,
  },
}

const NEEDS = ['rawSockets', 'refusedBodies', 'guard', 'webhooks'] as const

/** Starts a request whose body is to follow. */
export function begin(target: ResolvedTarget, refusal: Refusal, ...lines: string[]): RawClient {
  const { url, method = 'POST', headers = {} } = refusal
  const { host, pathname } = new URL(url(target))
  const head = Object.entries(headers).map(([name, value]) => `${name}: ${value}`)
  return new RawClient(target.baseUrl).write(
    [`${method} ${pathname} HTTP/1.1`, `Host: ${host}`, ...head, ...lines, '', ''].join('\r\n'),
  )
}

/** Runs something for each refusal at once, where the handler gets to see the request before a parser reads its body. */
async function forEachRefusal(
  target: ResolvedTarget,
  run: (refusal: Refusal, name: string) => Promise<unknown>,
): Promise<void> {
  const refusals = Object.entries(REFUSALS).filter(
    ([, { beforeParsers }]) => beforeParsers === true || !target.features.parsedBody,
  )
  await Promise.all(refusals.map(([name, refusal]) => run(refusal, name)))
}

const CHUNK = `4000\r\n${'x'.repeat(0x4000)}\r\n`
const ENDLESS: readonly (readonly [head: string, piece: string])[] = [
  [`Content-Length: ${1e12}`, 'x'.repeat(0x4000)],
  ['Transfer-Encoding: chunked', CHUNK],
]

export const refusedBodyCases = [
  waitingCase(
    'reads a bounded part of a refused body without end, answers, and hangs up',
    async (target) => {
      await forEachRefusal(target, async (refusal, name) => {
        for (const [head, piece] of ENDLESS) {
          const client = begin(target, refusal, head)
          await client.flood(piece, MAX_TAKEN_BYTES)
          assert.deepEqual(client.statuses, [refusal.status], `${name}: ${client.received}`)
        }
      })
      expectIssued(await send(target.issueUrl, { user: 'alice' }), 'alice')
    },
    ...NEEDS,
  ),
  waitingCase(
    'answers a refused request whose body never comes, and hangs up',
    async (target) => {
      await forEachRefusal(target, async (refusal, name) => {
        const client = begin(target, refusal, 'Content-Length: 20000').write('{"half of it":')
        assert.deepEqual(await client.answers(1), [refusal.status], name)
        await client.hangsUp()
        assert.deepEqual(client.statuses, [refusal.status], name)
      })
    },
    ...NEEDS,
  ),
  waitingCase(
    'lets clients that send 2 MB read the answer that refuses them',
    async (target) => {
      const body = new Uint8Array(2_000_000).fill(120)
      await forEachRefusal(target, async ({ status, url, method = 'POST', headers = {} }, name) => {
        for (let round = 0; round < 5; round++) {
          const answer = await send(url(target), { method, headers, body })
          assert.equal(answer.status, status, name)
          assert.equal(JSON.parse(answer.body).status, status, name)
        }
      })
    },
    ...NEEDS,
  ),
  contractCase(
    'keeps the connection of a refused request that came whole',
    async (target) => {
      const { host, pathname } = new URL(target.issueUrl)
      const next = `POST ${pathname} HTTP/1.1\r\nHost: ${host}\r\n${USER_HEADER}: alice\r\nContent-Length: 0\r\n\r\n`
      await forEachRefusal(target, async (refusal, name) => {
        const body = 'x'.repeat(20_000)
        const client = begin(target, refusal, `Content-Length: ${body.length}`).write(body)
        assert.deepEqual(await client.answers(1), [refusal.status], name)
        assert.deepEqual(await client.write(next).answers(2), [refusal.status, 200], name)
        assert.doesNotMatch(client.received, /^connection: close\r$/im, name)
        client.destroy()
      })
    },
    ...NEEDS,
  ),
]
