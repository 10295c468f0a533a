import assert from 'node:assert/strict'
import { setTimeout as wait } from 'node:timers/promises'
import { RawClient } from '@usersig/contract'
import { type AttackClass, NotApplicable, need } from '../attack.ts'
import { expectServing } from '../check.ts'
import type { Target } from '../target.ts'
import { headerLines, lines, statusesOf, writeRaw } from '../wire.ts'

/** What the kernels of both sides may hold beside what the server reads. */
const MAX_TAKEN_BYTES = 32 * 1024 * 1024

const PIECE = 'x'.repeat(0x4000)
const ENDLESS = [
  [`Content-Length: ${1e12}`, PIECE],
  ['Transfer-Encoding: chunked', `4000\r\n${PIECE}\r\n`],
] as const

function begin(target: Target, path: string, headers: readonly string[]): RawClient {
  const url = need(target.rawUrl, 'nobody writes text of HTTP/1.1 to it')
  if (!target.boundsBodies) throw new NotApplicable('the server under a handler for fetch owns the socket')
  return new RawClient(url).write(lines(`POST ${path} HTTP/1.1`, [`Host: ${new URL(url).host}`, ...headers]))
}

/** The paths of a server at which a body can be refused, each with what it takes to come so far. */
function refusingPaths({ issuePath, trtcPath, chatPath, login }: Target): [path: string, headers: string[]][] {
  const json = 'Content-Type: application/json'
  const paths: [string, string[]][] = [
    [issuePath, []],
    [issuePath, [...headerLines(login('alice')), json]],
  ]
  for (const path of [trtcPath, chatPath]) if (path !== undefined) paths.push([path, [json]])
  return paths
}

export const ENDLESS_CLASS: AttackClass = {
  name: 'endless',
  attacks: [
    {
      name: 'a body without end',
      promise: 'a refused body is read to a limit, answered, and its connection closed',
      async run(target) {
        for (const [path, headers] of refusingPaths(target)) {
          for (const [head, piece] of ENDLESS) {
            const client = begin(target, path, [...headers, head])
            await client.flood(piece, MAX_TAKEN_BYTES)
            assert.equal(client.statuses.length, 1, `${path}: ${client.received.slice(0, 200)}`)
            assert.ok((client.statuses[0] ?? 0) >= 400, path)
          }
        }
        await expectServing(target)
      },
    },
    {
      name: '2 MB for a request that is refused, 200 times',
      promise: 'whoever sends them reads the answer, each time',
      isLong: true,
      async run(target) {
        begin(target, target.issuePath, []).destroy()
        const body = new Uint8Array(2_000_000).fill(120)
        const refusals: [path: string, headers: Record<string, string>][] = [
          [target.issuePath, {}],
          [target.issuePath, { ...target.login('alice'), 'content-type': 'application/json' }],
        ]
        for (const path of [target.trtcPath, target.chatPath]) if (path !== undefined) refusals.push([path, {}])
        for (let sent = 0; sent < 200; sent++) {
          const [path, headers] = refusals[sent % refusals.length] as (typeof refusals)[number]
          const answer = await target.ask(path, { headers, body })
          assert.ok(answer.status >= 400 && answer.status < 500, `${path}: ${answer.status}`)
          assert.equal(JSON.parse(answer.body).status, answer.status, path)
        }
      },
    },
    {
      name: 'a body that never comes',
      promise: 'a request that is refused by its head does not wait for its body',
      async run(target) {
        const client = begin(target, target.issuePath, ['Content-Length: 20000'])
        try {
          const [status] = await client.write('{"half').answers(1)
          assert.ok(status !== undefined && status >= 400)
          await client.hangsUp()
        } finally {
          client.destroy()
        }
      },
    },
    {
      name: 'a body that comes a byte a second',
      promise: 'a body has bodyTimeout seconds to arrive, 10 unless the app says otherwise',
      isLong: true,
      async run(target) {
        const login = [...headerLines(target.login('alice')), 'Content-Type: application/json']
        const client = begin(target, target.issuePath, [...login, 'Content-Length: 1000'])
        try {
          for (let second = 0; second < 14 && client.statuses.length === 0; second++) {
            client.write(' ')
            await wait(1000)
          }
          assert.deepEqual(client.statuses, [408], client.received)
        } finally {
          client.destroy()
        }
        await expectServing(target)
      },
    },
    {
      name: 'fifty bodies that never come, at once',
      promise: 'clients that wait keep nobody else waiting',
      async run(target) {
        const login = [...headerLines(target.login('alice')), 'Content-Type: application/json']
        const clients = Array.from({ length: 50 }, () =>
          begin(target, target.issuePath, [...login, 'Content-Length: 1000']).write('{'),
        )
        try {
          await expectServing(target)
        } finally {
          for (const client of clients) client.destroy()
        }
      },
    },
    {
      name: 'a head of 200 kB',
      promise: 'a head that is too long is refused',
      async run(target) {
        const url = need(target.rawUrl, 'nobody writes text of HTTP/1.1 to it')
        const head = [`Host: ${new URL(url).host}`, `X-Long: ${'a'.repeat(200_000)}`, 'Content-Length: 0']
        const received = await writeRaw(url, lines(`POST ${target.issuePath} HTTP/1.1`, head))
        assert.ok(!statusesOf(received).includes(200), received.slice(0, 100))
        await expectServing(target)
      },
    },
  ],
}
