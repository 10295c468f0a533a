import { smuggled, toBytes, type WireChange } from '../attempt.ts'

/** Lengths that contradict each other, are no numbers, or stand beside chunks; with a request of somebody else behind them. */
export const framing: WireChange = (attempt, { random }) => {
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
}

/** Chunks with wrong sizes, extensions, trailers and ends. */
export const chunks: WireChange = (attempt, { random }) => {
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
}
