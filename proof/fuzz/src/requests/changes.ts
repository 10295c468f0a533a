import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import { USER_HEADER } from '@usersig/contract/fixture'
import { spliceBytes, times, words } from '../tickets/edit.ts'
import { MUTATORS } from '../tickets/mutators.ts'
import { entryTexts, objectText, oddValue } from '../tickets/values.ts'
import { type Change, SMUGGLED_USER } from './attempt.ts'
import { GUARDED_PATH, ISSUE_PATH } from './servers.ts'

const METHODS = words('GET HEAD PUT PATCH DELETE OPTIONS QUERY PROPFIND REPORT post POSTS M-SEARCH LINK')
const PATH_ENDS = words('?a=1 ? / // #x ?% ?__proto__[x]=1 % %00 /../usersig ;a')

/** The same path, or nearly, as routers and listeners may read it differently. */
const PATHS = words(`${ISSUE_PATH}/ /${ISSUE_PATH} /.${ISSUE_PATH} /x/..${ISSUE_PATH} /%75sersig /usersi%67 /usersig%2f
  /USERSIG /usersig%20 /usersig%09 http://127.0.0.1${ISSUE_PATH} http://evil.example${ISSUE_PATH} //evil.example${ISSUE_PATH}
  ${ISSUE_PATH}?x=${GUARDED_PATH} ${GUARDED_PATH}/..${ISSUE_PATH} \\usersig *`)

const CONTENT_TYPES = [
  'text/plain',
  'application/x-www-form-urlencoded',
  'multipart/form-data; boundary=x',
  'multipart/form-data',
  'application/json; charset=utf-16',
  'application/json; charset=utf-8',
  'application/json;charset="UTF-8"',
  'application/json; charset=',
  'application/json; charset=utf-7',
  'application/json; charset=../../etc',
  'APPLICATION/JSON',
  'application/json,text/plain',
  'application/json;',
  'application/json; a=b; a=b',
  'application/problem+json',
  'application/',
  '/',
  '',
  ';',
  'application/json\u00a0',
  'application/jsonp',
  '*/*',
  'application/json; boundary="',
  `application/json${';a=b'.repeat(500)}`,
]

const CODINGS = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }

const HEADER_NAMES = [
  ...words(`x-test-user X-TEST-USER x_test_user authorization cookie host expect upgrade connection te trailer
    content-length transfer-encoding content-encoding __proto__ constructor x-http-method-override x-forwarded-host
    x-original-url x-rewrite-url accept origin range if-none-match`),
  'x y',
  'x:y',
  '',
  'é',
  'x\0',
]
const HEADER_VALUES = [
  '',
  ' ',
  ...words('mallory mallory,mallory 0 -1 1e9 chunked gzip 100-continue 200-ok websocket h2c'),
  'close, te',
  ...words('x-test-user * Bearer'),
  'Bearer ',
  'bearer x',
  'Basic YTpi',
  'Bearer a b',
  ...'\0\t\x7fé用"\\',
  'a\rb',
  'a\nb',
  'a\r\n b',
  '%0d%0ax-test-user: mallory',
  'bytes=0-',
  '__proto__',
  '[object Object]',
  '%',
]

/** How many headers, and how long. */
const HEADER_BOMBS = [
  [1, 8000],
  [1, 17_000],
  [1, 200_000],
  [90, 10],
  [1999, 1],
  [2100, 1],
  [500, 40],
  [16, 1000],
] as const

const FIELD_NAMES = [
  ...words('roomId strRoomId userId privileges expire sdkAppId __proto__ constructor toJSON roomid'),
  '',
]
const FIELD_VALUES = words(`10000 "room-1" "10000" 10000.0 1e4 10000.00000000000000001 [10000] ["room-1"]
  "${SMUGGLED_USER}" {"roomId":10000}`)

const BODIES = [
  ...words('null [] "" 0 { {} {"roomId":1 {"roomId":10000}}'),
  '{"roomId":10000}\0',
  '\ufeff{"roomId":10000}',
  ' \n{"roomId":10000}\t ',
  ...words(String.raw`[{"roomId":10000}] {'roomId':10000} {"roomId":10000,} NaN {"roomId":-0}
    {"roomId":9007199254740993} {"roomId":1e400} {"strRoomId":"\ud800"} {"strRoomId":"room-1\u0000"}
    {"strRoomId":"room\u002d1"} {"\u0072oomId":10000}`),
  '{"strRoomId":" room-1"}',
  '\0',
  ' ',
  '\r\n',
  ...words('// <xml/> roomId=10000'),
]

const NO_UTF8 = words('c0af eda080 ff f4908080 e282 efbbbf').map((hex) => Buffer.from(hex, 'hex'))

/** How a long body begins, goes on, and ends. */
const LONG_BODIES = [
  ['{"roomId":', '[', ''],
  ['{"roomId":10000,"a":"', 'a', '"}'],
  ['{"roomId":10000', ' ', '}'],
  ['', '{"a":', ''],
  ['[', '0,', '0]'],
  ['{"strRoomId":"', '\\u0061', '"}'],
] as const

const SCHEMES = [
  'Bearer ',
  'Bearer ',
  'Bearer ',
  'bearer ',
  'BEARER  ',
  'Bearer\t',
  'Bearer',
  '',
  'Basic ',
  'Bearer Bearer ',
]

/** Changes of what is asked; a fetch handler can be asked it too. */
export const CHANGES: Readonly<Record<string, Change>> = {
  /** Another method, and maybe another spelling of the path. */
  method(attempt, { random }) {
    if (random.once(2)) attempt.path += random.pick(PATH_ENDS)
    if (!random.once(3)) attempt.method = random.pick(METHODS)
    if (random.once(2)) attempt.body = undefined
  },

  /** The path in another spelling, or as a whole URL. */
  path(attempt, { random }) {
    attempt.path = random.pick(PATHS)
  },

  /** Another type or charset of the body, or another encoding than is said. */
  contentType(attempt, { random }) {
    attempt.headers = attempt.headers.filter(([name]) => name !== 'content-type')
    if (!random.once(8)) attempt.headers.push(['content-type', random.pick(CONTENT_TYPES)])
    if (random.once(6)) attempt.headers.push(['content-type', random.pick(CONTENT_TYPES)])
    const utf16 = Buffer.from('{"roomId":10000}', 'utf16le')
    attempt.body = random.pick([attempt.body, utf16, Buffer.from(`userId=${SMUGGLED_USER}`), undefined])
  },

  /** A compressed body, up to a bomb; or one that only says that it is. */
  encoding(attempt, { random }) {
    const coding = random.pick(Object.keys(CODINGS) as (keyof typeof CODINGS)[])
    const body = attempt.body ?? Buffer.alloc(0)
    const content = random.pick([body, Buffer.alloc(3_000_000, 0x20), Buffer.alloc(20_000, 0x5b)])
    attempt.body = random.once(4) ? content.subarray(0, 100) : CODINGS[coding](content)
    attempt.headers.push(['content-encoding', random.pick([coding, coding, 'identity', 'gzip, gzip', 'x-unknown', ''])])
  },

  /** A header more, with a name or a value that nobody expects. */
  header({ headers }, { random }) {
    times(random.between(1, 3), () => {
      headers.splice(random.below(headers.length + 1), 0, [random.pick(HEADER_NAMES), random.pick(HEADER_VALUES)])
    })
  },

  /** Nobody logged in, somebody twice, or somebody who is not a user. */
  login(attempt, { random, user }) {
    const others = attempt.headers.filter(([name]) => name !== USER_HEADER)
    const users = random.pick([
      [],
      [''],
      [user, SMUGGLED_USER],
      [SMUGGLED_USER, user],
      [user, user],
      ['x'.repeat(33)],
      ['\u0000'],
      ['用户'],
      ['__proto__'],
    ])
    // Who says twice who he is gets nothing: the header of the app holds both names then.
    attempt.headers = [...users.map((each): [string, string] => [USER_HEADER, each]), ...others]
  },

  /** Very many headers, or very long ones. */
  headerBomb({ headers }, { random }) {
    const [count, size] = random.pick(HEADER_BOMBS)
    for (let i = 0; i < count; i++) headers.push([random.once(2) ? `x-${i}` : 'x', 'a'.repeat(size)])
  },

  /** JSON of all hostile sorts: fields of other types, twice, unknown, or in a prototype. */
  fields(attempt, { random }) {
    const entries = entryTexts(attempt.body?.toString() ?? '')
    times(random.between(1, 3), () => {
      const value = random.once(2) ? random.pick(FIELD_VALUES) : oddValue(random)
      entries.splice(random.below(entries.length + 1), random.below(2), [
        JSON.stringify(random.pick(FIELD_NAMES)),
        value,
      ])
    })
    attempt.body = Buffer.from(objectText(entries))
  },

  /** What is not an object, not JSON, or an odd spelling of it. */
  document(attempt, { random }) {
    attempt.body = Buffer.from(random.pick(BODIES))
  },

  /** Bytes that are not UTF-8. */
  notUtf8(attempt, { random }) {
    const piece = random.pick(NO_UTF8)
    const body = Buffer.from(random.pick(['{"strRoomId":"room-1"}', '{"roomId":10000}']))
    attempt.body = spliceBytes(body, random.below(body.length), 0, piece)
  },

  /** Deep, wide or long, on both sides of the longest body that is read. */
  size(attempt, { random }) {
    const length = random.pick([1000, 16_300, 16_383, 16_384, 16_385, 20_000, 200_000, 2_000_000])
    const [open, piece, close] = random.pick(LONG_BODIES)
    const room = Math.max(0, length - open.length - close.length)
    attempt.body = Buffer.from(open + piece.repeat(Math.ceil(room / piece.length)).slice(0, room) + close)
  },

  /** A mutated ticket at the guard. */
  bearer(attempt, { random, samples }) {
    const sample = random.pick(samples)
    const { text, signed } = random.once(10)
      ? { text: sample.ticket, signed: sample.signed ? [sample.signed] : [] }
      : random.pick(MUTATORS).mutate(random, sample, samples)
    const scheme = random.pick(SCHEMES)
    attempt.method = 'GET'
    attempt.path = GUARDED_PATH
    attempt.body = undefined
    // What a server reads as the end of the head is another matter than a long ticket.
    attempt.headers = [['authorization', scheme + text.slice(0, 100_000).replace(/[\r\n]/g, ' ')]]
    attempt.signed = signed
  },
}
