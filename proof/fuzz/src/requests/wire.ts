import { times } from '../tickets/edit.ts'
import { smuggled, toBytes, type WireChange } from './attempt.ts'

const BEGINNINGS = [
  '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
  'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n',
  'GET / HTTP/9.9\r\n\r\n',
  'GET\r\n\r\n',
  '\r\n\r\n',
  'HTTP/1.1 200 OK\r\n\r\n',
  'POST /usersig HTTP/1.1\r\n\r\n',
  'POST /usersig HTTP/1.0\r\nx-test-user: mallory',
  'POST /usersig\r\n',
  'CONNECT 127.0.0.1:80 HTTP/1.1\r\nHost: a\r\n\r\n',
  'GET /guarded HTTP/1.1\r\nHost: a\r\nUpgrade: websocket\r\nConnection: upgrade\r\n\r\n',
  'POST http://evil/usersig HTTP/1.1\r\nHost: a\r\n\r\n',
  'POST * HTTP/1.1\r\nHost: a\r\n\r\n',
  `GET /${'a'.repeat(20_000)} HTTP/1.1\r\nHost: a\r\n\r\n`,
  'GET /guarded HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n',
]

/** Changes of how a request goes over the wire. */
export const WIRE_CHANGES: Readonly<Record<string, WireChange>> = {
  /** Lengths that contradict each other, are not numbers, or stand beside chunks; with a request of somebody else after them. */
  framing(attempt, { random }) {
    const body = attempt.body?.toString() ?? ''
    const inner = smuggled()
    const whole = body + inner
    const chunked = `${body.length.toString(16)}\r\n${body}\r\n0\r\n\r\n`
    const [lines, content] = random.pick<[string[], string]>([
      [[`Content-Length: ${body.length}`, `Content-Length: ${whole.length}`], whole],
      [[`Content-Length: ${whole.length}`, `Content-Length: ${body.length}`], whole],
      [[`Content-Length: ${body.length}, ${body.length}`], whole],
      [[`Content-Length: ${body.length}`, 'Transfer-Encoding: chunked'], chunked + inner],
      [['Transfer-Encoding: chunked', `Content-Length: ${(chunked + inner).length}`], chunked + inner],
      [[`Content-Length: ${(chunked + inner).length}`, 'Transfer-Encoding: chunked'], chunked + inner],
      [[`Content-Length: ${(chunked + inner).length}`, 'Transfer-Encoding : chunked'], chunked + inner],
      [[`Content-Length: ${(chunked + inner).length}`, 'Transfer-Encoding: xchunked'], chunked + inner],
      [[`Content-Length: ${(chunked + inner).length}`, 'Transfer-Encoding:\x0bchunked'], chunked + inner],
      [[`Content-Length: ${(chunked + inner).length}`, 'X: y\nTransfer-Encoding: chunked'], chunked + inner],
      [[`Content-Length: ${(chunked + inner).length}`, 'Transfer-Encoding:', ' chunked'], chunked + inner],
      [['Transfer-Encoding: chunked, identity'], chunked + inner],
      [['Transfer-Encoding: identity'], chunked + inner],
      [['Transfer-Encoding: chunked', 'Transfer-Encoding: identity'], chunked + inner],
      [['Content-Length: -1'], whole],
      [['Content-Length: +16'], whole],
      [['Content-Length: 0x10'], whole],
      [['Content-Length: 1 6'], whole],
      [['Content-Length: 18446744073709551616'], whole],
      [['Content-Length: 99999999999999999999999'], whole],
      [[`Content-Length : ${body.length}`], whole],
      [[`Content-Length: ${whole.length}`], whole],
      [[`Content-Length: ${body.length}`, 'Connection: close'], whole],
    ])
    return { parts: [toBytes({ ...attempt, body: Buffer.from(content) }, lines)] }
  },

  /** Chunks with wrong sizes, extensions, trailers and ends. */
  chunks(attempt, { random }) {
    const body = attempt.body?.toString() ?? ''
    const size = body.length.toString(16)
    const content = random.pick([
      `${size}\r\n${body}\r\n0\r\n\r\n`,
      `${size};a="${'b'.repeat(random.pick([1, 20_000]))}"\r\n${body}\r\n0\r\n\r\n`,
      `${size}\n${body}\n0\n\n`,
      `0x${size}\r\n${body}\r\n0\r\n\r\n`,
      `-${size}\r\n${body}\r\n0\r\n\r\n`,
      `${size} \r\n${body}\r\n0\r\n\r\n`,
      `+${size}\r\n${body}\r\n0\r\n\r\n`,
      `ffffffffffffffff\r\n${body}\r\n0\r\n\r\n`,
      `10000000000000000\r\n${body}\r\n0\r\n\r\n`,
      `1\r\n${body}\r\n0\r\n\r\n`,
      `ff\r\n${body}\r\n0\r\n\r\n`,
      `${size}\r\n${body}0\r\n\r\n`,
      `${size}\r\n${body}\r\n0\r\nx-test-user: mallory\r\n\r\n`,
      `${size}\r\n${body}\r\n0\r\nContent-Length: 5\r\n\r\n`,
      `${size}\r\n${body}\r\n0\r\n\rX${smuggled()}`,
      `${size}\r\n${body}\r\n00000000000000000\r\n\r\n`,
      `${[...body].map((unit) => `1\r\n${unit}\r\n`).join('')}0\r\n\r\n`,
      `${'4000\r\n'}${' '.repeat(0x4000)}\r\n${size}\r\n${body}\r\n0\r\n\r\n`,
      `g\r\n${body}\r\n`,
      '\r\n\r\n',
      '',
    ])
    return { parts: [toBytes({ ...attempt, body: Buffer.from(content) }, ['Transfer-Encoding: chunked'])] }
  },

  /** A request in many small writes, or with a body that stops in the middle. */
  slow(attempt, { random }) {
    const bytes = toBytes(attempt)
    const end = random.once(2) ? bytes.length : bytes.length - random.between(1, attempt.body?.length ?? 1)
    const count = random.between(2, 12)
    const size = Math.ceil(end / count)
    return { parts: Array.from({ length: count }, (_, i) => bytes.subarray(i * size, Math.min(end, (i + 1) * size))) }
  },

  /** Leaves before the answer, or before the end of what it says. */
  hangUp(attempt, { random }) {
    const bytes = toBytes(attempt)
    return { parts: [bytes.subarray(0, random.pick([0, bytes.length, random.below(bytes.length)]))], hangUp: true }
  },

  /** What is not a request, or not quite. */
  garbage: (_attempt, { random }) => ({
    parts: [Buffer.concat([Buffer.from(random.pick(BEGINNINGS), 'latin1'), random.bytes(random.pick([0, 1, 300]))])],
  }),

  /** Some other bytes in a good request. */
  flippedBytes(attempt, { random }) {
    const bytes = toBytes(attempt)
    times(random.between(1, 4), () => {
      bytes[random.below(bytes.length)] = random.below(256)
    })
    return { parts: [bytes] }
  },
}
