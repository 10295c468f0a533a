import { toBytes, type WireChange } from '../attempt.ts'

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

/** What is no request, or not quite. */
export const garbage: WireChange = (_attempt, { random }) => ({
  parts: [Buffer.concat([Buffer.from(random.pick(BEGINNINGS), 'latin1'), random.bytes(random.pick([0, 1, 300]))])],
})

/** Some other bytes in a good request. */
export const flippedBytes: WireChange = (attempt, { random }) => {
  const bytes = toBytes(attempt)
  for (let n = random.between(1, 4); n > 0; n--) bytes[random.below(bytes.length)] = random.below(256)
  return { parts: [bytes] }
}
