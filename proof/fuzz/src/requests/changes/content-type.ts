import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib'
import type { Change } from '../attempt.ts'
import { SMUGGLED_USER } from '../attempt.ts'

const TYPES = [
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

/** Another type or charset of the body, or another encoding than is said. */
export const contentType: Change = (attempt, { random }) => {
  attempt.headers = attempt.headers.filter(([name]) => name !== 'content-type')
  if (!random.once(8)) attempt.headers.push(['content-type', random.pick(TYPES)])
  if (random.once(6)) attempt.headers.push(['content-type', random.pick(TYPES)])
  attempt.body = random.pick([
    attempt.body,
    Buffer.from('{"roomId":10000}', 'utf16le'),
    Buffer.from(`userId=${SMUGGLED_USER}`),
    undefined,
  ])
}

const CODINGS = { gzip: gzipSync, deflate: deflateSync, br: brotliCompressSync }

/** A compressed body, up to a bomb; or one that only says that it is. */
export const encoding: Change = (attempt, { random }) => {
  const coding = random.pick(Object.keys(CODINGS) as (keyof typeof CODINGS)[])
  const content = random.pick([
    attempt.body ?? Buffer.alloc(0),
    Buffer.alloc(3_000_000, 0x20),
    Buffer.alloc(20_000, 0x5b),
  ])
  attempt.body = random.once(4) ? content.subarray(0, 100) : CODINGS[coding](content)
  attempt.headers.push(['content-encoding', random.pick([coding, coding, 'identity', 'gzip, gzip', 'x-unknown', ''])])
}
