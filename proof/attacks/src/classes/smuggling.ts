import assert from 'node:assert/strict'
import { type AttackClass, need } from '../attack.ts'
import { expectNoTicket, expectOnlyFor, expectServing, ticketsIn } from '../check.ts'
import type { Target } from '../target.ts'
import { headerLines, lines, statusesOf, writeRaw } from '../wire.ts'

/** The same path, or nearly, as a proxy, a router and a handler may read it differently. */
const spellings = (path: string) => [
  `/${path}`,
  `//${path.slice(1)}/`,
  `${path}/`,
  `${path}//`,
  `${path}/..;/`,
  `${path};a=b`,
  `/x/..${path}`,
  `/x/%2e%2e${path}`,
  `/.${path}`,
  path.replace('u', '%75'),
  `${path}%2f`,
  `${path}%00`,
  `${path}%20`,
  `${path}.json`,
  `${path}?`,
  `${path}#x`,
  `${path}?x=/healthz`,
  path.toUpperCase(),
  path.replace('/', '\\'),
  `http://127.0.0.1${path}`,
  `http://evil.example${path}`,
  `*`,
]

const METHODS = ['GET', 'HEAD', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'QUERY', 'PROPFIND']
const OVERRIDES = ['x-http-method-override', 'x-http-method', 'x-method-override', '_method']
const NO_TEXT = 'nobody writes text of HTTP/1.1 to it'

/** Writes a request, and gives back the text of all answers. */
function raw(target: Target, first: string, headers: readonly string[], body = ''): Promise<string> {
  const url = need(target.rawUrl, NO_TEXT)
  return writeRaw(url, lines(first, [`Host: ${new URL(url).host}`, ...headers], body))
}

const post = ({ issuePath }: Target) => `POST ${issuePath} HTTP/1.1`

/** A whole request of bob, to hide in the body of another. */
function hidden(target: Target): string {
  const host = new URL(target.rawUrl ?? '').host
  return lines(post(target), [`Host: ${host}`, ...headerLines(target.login('bob')), 'Content-Length: 0'])
}

const CHUNKED = 'Transfer-Encoding: chunked'

/** Frames about whose end two programs can disagree. */
const FRAMES: Readonly<Record<string, (inner: string) => readonly [headers: readonly string[], body: string]>> = {
  'two lengths': (inner) => [['Content-Length: 0', `Content-Length: ${inner.length}`], inner],
  'two lengths in one line': (inner) => [[`Content-Length: 0, ${inner.length}`], inner],
  'a length and chunks': (inner) => [[CHUNKED, `Content-Length: ${inner.length + 5}`], `0\r\n\r\n${inner}`],
  'chunks and a length': (inner) => [['Content-Length: 5', CHUNKED], `0\r\n\r\n${inner}`],
  'chunks twice': (inner) => [[CHUNKED, CHUNKED, 'Content-Length: 5'], `0\r\n\r\n${inner}`],
  'chunks under another name': (inner) => [['Transfer-Encoding: xchunked', `Content-Length: 5`], `0\r\n\r\n${inner}`],
  'a space before the colon': (inner) => [['Transfer-Encoding : chunked', 'Content-Length: 5'], `0\r\n\r\n${inner}`],
  'a folded line': (inner) => [['Transfer-Encoding:', ' chunked', 'Content-Length: 5'], `0\r\n\r\n${inner}`],
  'a length with a sign': (inner) => [['Content-Length: +0'], inner],
  'a length in hex': (inner) => [['Content-Length: 0x0'], inner],
  'a size of a chunk that overflows': (inner) => [[CHUNKED], `10000000000000000\r\n${inner}`],
  'a bare line feed after a chunk': (inner) => [[CHUNKED], `0\n\n${inner}`],
}

export const SMUGGLING: AttackClass = {
  name: 'smuggling',
  attacks: [
    {
      name: 'other spellings of the path, not logged in',
      promise: 'whatever path leads to the endpoint, it asks who is calling',
      async run(target) {
        need(target.rawUrl, NO_TEXT)
        await Promise.all(
          spellings(target.issuePath).map(async (path) => {
            const received = await raw(target, `POST ${path} HTTP/1.1`, ['Content-Length: 0', 'Connection: close'])
            assert.deepEqual(ticketsIn(received), [], path)
          }),
        )
        await expectServing(target)
      },
    },
    {
      name: 'other spellings of a guarded path, without a ticket',
      promise: 'whatever path leads to a guarded handler, the guard stands before it',
      async run(target) {
        const guardPath = need(target.guardPath, 'there is no guard')
        need(target.rawUrl, NO_TEXT)
        await Promise.all(
          spellings(guardPath).map(async (path) => {
            const received = await raw(target, `GET ${path} HTTP/1.1`, ['Connection: close'])
            assert.ok(!statusesOf(received).includes(200), `${path}: ${received.slice(0, 200)}`)
          }),
        )
      },
    },
    {
      name: 'other spellings of the path, past a limit',
      promise: 'the limit is part of the endpoint, so that no spelling of the path leads around it',
      async run(target) {
        const busy = need(target.tooOften, 'its limit is tried by the tests of the demo')
        need(target.rawUrl, NO_TEXT)
        const headers = [...headerLines(busy), 'Content-Length: 0', 'Connection: close']
        await Promise.all(
          spellings(target.issuePath).map(async (path) => {
            assert.deepEqual(ticketsIn(await raw(target, `POST ${path} HTTP/1.1`, headers)), [], path)
          }),
        )
      },
    },
    {
      name: 'other methods, and headers that name another',
      promise: 'tickets are fetched with POST, and no header makes one of another method',
      async run(target) {
        for (const method of METHODS) {
          const reply = await target.ask(target.issuePath, { method, headers: target.login('alice') })
          assert.deepEqual(ticketsIn(reply.body), [], method)
          assert.ok(reply.status >= 400 || method === 'OPTIONS', `${method}: ${reply.status}`)
        }
        for (const name of OVERRIDES) {
          const headers = { ...target.login('alice'), [name]: 'POST' }
          expectNoTicket(await target.ask(`${target.issuePath}?_method=POST`, { method: 'GET', headers }), name)
        }
      },
    },
    {
      name: 'TRACE repeats no header',
      promise: 'no method repeats what a client sent',
      async run(target) {
        const headers = { ...target.login('alice'), 'x-secret': 'do not repeat' }
        const { body } = await target.ask(target.issuePath, { method: 'TRACE', headers })
        assert.doesNotMatch(body, /do not repeat/)
      },
    },
    {
      name: 'a request hidden in the body of one that is refused',
      promise: 'what was sent as a body is never answered as a request',
      async run(target) {
        need(target.rawUrl, NO_TEXT)
        const inner = hidden(target)
        const headers = ['Content-Type: text/plain', `Content-Length: ${inner.length}`]
        const received = await raw(target, post(target), headers, inner)
        expectOnlyFor(target, received, 'alice', 'the hidden request')
        assert.equal(statusesOf(received).length, 1, received)
      },
    },
    ...Object.entries(FRAMES).map(([name, frame]) => ({
      name: `a request behind ${name}`,
      promise: 'a request whose end can be read in two ways is refused, and its connection closed',
      async run(target: Target) {
        need(target.rawUrl, NO_TEXT)
        const [headers, body] = frame(hidden(target))
        const received = await raw(target, post(target), [...headerLines(target.login('alice')), ...headers], body)
        expectOnlyFor(target, received, 'alice', name)
        assert.ok(statusesOf(received).length <= 1, `${statusesOf(received)}: ${received.slice(0, 300)}`)
        await expectServing(target)
      },
    })),
    {
      name: 'lines within the value of a header',
      promise: 'nothing that a client sends becomes a header of the answer',
      async run(target) {
        need(target.rawUrl, NO_TEXT)
        const headers = [...headerLines(target.login('alice')), 'Content-Length: 0', 'X-A: b\nSet-Cookie: a=mallory']
        const received = await raw(target, post(target), [...headers, 'Origin: https://a\rSet-Cookie: b=mallory'])
        assert.doesNotMatch(received, /^set-cookie:.*mallory/im)
        const path = `${target.issuePath}?a=%0d%0aSet-Cookie:%20c=mallory`
        const { headers: set } = await target.ask(path, { headers: target.login('alice') })
        assert.equal(set['set-cookie'], undefined)
      },
    },
  ],
}
