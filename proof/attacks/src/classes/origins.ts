import assert from 'node:assert/strict'
import { type AttackClass, need } from '../attack.ts'
import { expectNoTicket } from '../check.ts'
import type { Target } from '../target.ts'
import { headerLines, lines, statusesOf, writeRaw } from '../wire.ts'

/** Names that a page elsewhere could have lead to this machine. */
const HOSTS = [
  'evil.example',
  'evil.example:80',
  'localhost.evil.example',
  '127.0.0.1.evil.example',
  'evil-localhost',
  'localhost@evil.example',
  'notlocalhost',
]
const ORIGINS = [
  'https://evil.example',
  'null',
  'http://localhost.evil.example',
  'https://evil.example:3000',
  'file://',
  'http://evil.example/http://localhost',
]

const ANYWHERE = 'an app has whatever name its own server has: a proxy or the framework looks at it'

function expectClosed(target: Target, headers: Record<string, unknown>, origin: string): void {
  const allowed = headers['access-control-allow-origin']
  assert.ok(allowed !== '*' && allowed !== origin, `${target.name} opens itself to ${origin}`)
  assert.notEqual(headers['access-control-allow-credentials'], 'true', origin)
}

export const ORIGINS_CLASS: AttackClass = {
  name: 'Host and Origin',
  attacks: [
    {
      name: 'a page of another name (DNS rebinding)',
      promise: 'a server for this machine answers to its names and addresses alone',
      async run(target) {
        need(target.isLocalOnly, ANYWHERE)
        for (const host of HOSTS) {
          const headers: Record<string, string> = { ...target.login('alice'), host }
          const reply = await target.ask(target.issuePath, { headers })
          // The cookie of a demo belongs to its own name, so that a page of another name has none.
          if (headers['cookie'] === undefined) expectNoTicket(reply, host)
          for (const path of ['/', '/api/login', '/api/me']) {
            const { status, headers: set } = await target.ask(path, { headers: { host }, method: 'GET' })
            assert.ok(status >= 400, `${path} for ${host}: ${status}`)
            assert.equal(set['set-cookie'], undefined, `${path} for ${host}`)
          }
        }
      },
    },
    {
      name: 'a login by a page of another name',
      promise: 'a page of another name logs nobody in',
      async run(target) {
        need(target.isLocalOnly, ANYWHERE)
        for (const host of HOSTS) {
          const headers = { host, origin: `http://${host}`, 'content-type': 'application/json' }
          const { status, headers: set } = await target.ask('/api/login', { headers, body: '{"user":"alice"}' })
          assert.ok(status >= 400, `${host}: ${status}`)
          assert.equal(set['set-cookie'], undefined, host)
        }
      },
    },
    {
      name: 'no Host, two of them, or one in the target',
      promise: 'a request whose name cannot be told is not answered as one of this machine',
      async run(target) {
        const url = need(target.rawUrl, 'nobody writes text of HTTP/1.1 to it')
        need(target.isLocalOnly, ANYWHERE)
        const login = headerLines(target.login('alice')).filter((line) => !line.startsWith('cookie'))
        for (const [first, hosts] of [
          [`POST ${target.issuePath} HTTP/1.1`, []],
          [`POST ${target.issuePath} HTTP/1.1`, ['Host: localhost', 'Host: evil.example']],
          [`POST ${target.issuePath} HTTP/1.1`, ['Host: evil.example', 'Host: localhost']],
          [`POST http://localhost${target.issuePath} HTTP/1.1`, ['Host: evil.example']],
        ] as const) {
          const received = await writeRaw(url, lines(first, [...hosts, ...login, 'Content-Length: 0']))
          assert.ok(!statusesOf(received).includes(200), `${hosts}: ${received.slice(0, 100)}`)
        }
        // Where the server has a login of its own, it logs nobody in.
        const body = '{"user":"alice"}'
        const head = ['Content-Type: application/json', `Content-Length: ${body.length}`, 'Origin: http://evil.example']
        for (const hosts of [
          ['Host: localhost', 'Host: evil.example'],
          ['Host: evil.example', 'Host: localhost'],
        ]) {
          const received = await writeRaw(url, lines('POST /api/login HTTP/1.1', [...hosts, ...head], body))
          assert.doesNotMatch(received, /^set-cookie:/im, hosts.join())
        }
      },
    },
    {
      name: 'a page of another origin reads the answer',
      promise: 'no other origin is let in unless the app names it',
      async run(target) {
        for (const origin of ORIGINS) {
          const reply = await target.ask(target.issuePath, { headers: { ...target.login('alice'), origin } })
          expectClosed(target, reply.headers, origin)
        }
      },
    },
  ],
}
