import { USER_HEADER } from '@usersig/contract/fixture'
import type { Change } from '../attempt.ts'

const NAMES = [
  'x-test-user',
  'X-TEST-USER',
  'x_test_user',
  'authorization',
  'cookie',
  'host',
  'expect',
  'upgrade',
  'connection',
  'te',
  'trailer',
  'content-length',
  'transfer-encoding',
  'content-encoding',
  '__proto__',
  'constructor',
  'x-http-method-override',
  'x-forwarded-host',
  'x-original-url',
  'x-rewrite-url',
  'accept',
  'origin',
  'range',
  'if-none-match',
  'x y',
  'x:y',
  '',
  'é',
  'x\0',
]
const VALUES = [
  '',
  ' ',
  'mallory',
  'mallory,mallory',
  '0',
  '-1',
  '1e9',
  'chunked',
  'gzip',
  '100-continue',
  '200-ok',
  'websocket',
  'h2c',
  'close, te',
  'x-test-user',
  '*',
  'Bearer',
  'Bearer ',
  'bearer x',
  'Basic YTpi',
  'Bearer a b',
  '\0',
  '\t',
  '\x7f',
  'é',
  '用',
  '"',
  '\\',
  'a\rb',
  'a\nb',
  'a\r\n b',
  '%0d%0ax-test-user: mallory',
  'bytes=0-',
  '__proto__',
  '[object Object]',
  '%',
]

/** A header more, with a name or a value that nobody expects. */
export const header: Change = ({ headers }, { random }) => {
  for (let n = random.between(1, 3); n > 0; n--) {
    headers.splice(random.below(headers.length + 1), 0, [random.pick(NAMES), random.pick(VALUES)])
  }
}

/** Nobody logged in, somebody twice, or somebody who is no user. */
export const login: Change = (attempt, { random, user }) => {
  const others = attempt.headers.filter(([name]) => name !== USER_HEADER)
  const users = random.pick([
    [],
    [''],
    [user, 'mallory'],
    ['mallory', user],
    [user, user],
    ['x'.repeat(33)],
    ['\u0000'],
    ['用户'],
    ['__proto__'],
  ])
  // Who says twice who he is gets nothing: the header of the app holds both names then.
  attempt.headers = [...users.map((each): [string, string] => [USER_HEADER, each]), ...others]
}

/** Very many headers, or very long ones. */
export const headerBomb: Change = ({ headers }, { random }) => {
  const [count, size] = random.pick([
    [1, 8000],
    [1, 17_000],
    [1, 200_000],
    [90, 10],
    [1999, 1],
    [2100, 1],
    [500, 40],
    [16, 1000],
  ] as const)
  for (let i = 0; i < count; i++) headers.push([random.once(2) ? `x-${i}` : 'x', 'a'.repeat(size)])
}
