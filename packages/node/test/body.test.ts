import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener } from 'node:http'
import { type AddressInfo, connect as connectSocket, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import type { ErrorEvent } from '@usersig/core/endpoint'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { type IssueUserSigOptions, issueUserSig, type NodeListener } from '../src/index.ts'
import { connectApp, ISSUE_OPTIONS, type Running, start } from './servers.ts'

const LOGIN = 'Host: localhost\r\nX-Test-User: alice\r\nContent-Type: application/json\r\n'
const ROOM = '{"roomId":10000}'
const WHOLE_REQUEST = `POST / HTTP/1.1\r\n${LOGIN}Content-Length: ${ROOM.length}\r\n\r\n${ROOM}`

let running: Running | undefined
const sockets: Socket[] = []

afterEach(() => {
  for (const socket of sockets.splice(0)) socket.destroy()
  running?.close()
  running = undefined
})

async function serve(listener: RequestListener): Promise<Running> {
  running = await start(listener)
  return running
}

function listener(options: Partial<IssueUserSigOptions> = {}): NodeListener {
  return issueUserSig({ ...ISSUE_OPTIONS, ...options } as IssueUserSigOptions)
}

/** A client that writes what it likes and keeps what it gets. */
class Client {
  received = ''
  readonly socket: Socket
  readonly closed: Promise<void>

  constructor(port: number) {
    this.socket = connectSocket(port, '127.0.0.1').setEncoding('latin1')
    sockets.push(this.socket)
    this.socket.on('data', (text) => {
      this.received += text
    })
    this.socket.on('error', () => {})
    this.closed = new Promise((resolve) => this.socket.on('close', () => resolve()))
  }

  write(text: string): this {
    this.socket.write(text, 'latin1')
    return this
  }

  get statuses(): number[] {
    return [...this.received.matchAll(/HTTP\/1\.1 (\d{3}) /g)].map(([, status]) => Number(status))
  }

  async answers(...statuses: number[]): Promise<void> {
    await vi.waitFor(() => expect(this.statuses).toEqual(statuses))
  }

  /** Writes without end, until the server hangs up. */
  async flood(piece: string): Promise<void> {
    let open = true
    this.closed.then(() => {
      open = false
    })
    while (open) {
      this.write(piece)
      await setTimeout(1)
    }
  }
}

describe('a body that is too large', () => {
  const CHUNK = `4000\r\n${'x'.repeat(0x4000)}\r\n`

  test.each([
    ['with a length', `Content-Length: ${1e9}\r\n\r\n`, 'x'.repeat(0x4000)],
    ['in chunks', 'Transfer-Encoding: chunked\r\n\r\n', CHUNK],
    ['in small chunks', 'Transfer-Encoding: chunked\r\n\r\n', `10\r\n${'x'.repeat(16)}\r\n`.repeat(1024)],
  ])('%s and without end is refused, and the server hangs up', async (_name, head, piece) => {
    const client = new Client((await serve(listener())).port)
    const warn = vi.spyOn(process, 'emitWarning')
    client.write(`POST / HTTP/1.1\r\n${LOGIN}${head}${piece}${piece}`)
    await client.answers(413)
    await client.flood(piece)
    expect(client.statuses).toEqual([413])
    // Node.js warns of listeners that pile up.
    expect(warn).not.toHaveBeenCalled()
    warn.mockRestore()
  })

  test('does not cost the connection when it comes to an end', async () => {
    const client = new Client((await serve(listener())).port)
    client.write(
      `POST / HTTP/1.1\r\n${LOGIN}Transfer-Encoding: chunked\r\n\r\n${CHUNK}${CHUNK}0\r\n\r\n${WHOLE_REQUEST}`,
    )
    await client.answers(413, 200)
    client.write(`POST / HTTP/1.1\r\n${LOGIN}Content-Length: 20000\r\n\r\n${'x'.repeat(20000)}${WHOLE_REQUEST}`)
    await client.answers(413, 200, 413, 200)
  })

  test('is not waited for forever', async () => {
    const client = new Client((await serve(listener())).port)
    client.write(`POST / HTTP/1.1\r\n${LOGIN}Content-Length: 20000\r\n\r\n`)
    while (client.statuses.length === 0) await once(client.socket, 'data')
    await client.closed
    expect(client.statuses).toEqual([413])
    expect(client.received).toMatch(/^connection: close\r$/im)
  })
})

test('the body of somebody who is not logged in is thrown away, but not without end', async () => {
  const client = new Client((await serve(listener())).port)
  client.write(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: 1000\r\n\r\n${'x'.repeat(1000)}${WHOLE_REQUEST}`)
  await client.answers(401, 200)
  client.write(`POST / HTTP/1.1\r\nHost: localhost\r\nContent-Length: ${1e9}\r\n\r\n`)
  await client.answers(401, 200, 401)
  await client.flood('x'.repeat(0x4000))
  expect(client.statuses).toEqual([401, 200, 401])
})

describe('a slow body', () => {
  test('is answered with 408, and the connection closed', async () => {
    const client = new Client((await serve(listener({ bodyTimeout: 0.05 }))).port)
    client.write(`POST / HTTP/1.1\r\n${LOGIN}Content-Length: ${ROOM.length}\r\n\r\n{"room`)
    await client.closed
    expect(client.statuses).toEqual([408])
    expect(client.received).toMatch(/^connection: close\r$/im)
    expect(client.received).toContain('"code":"body_timeout"')
  })

  test('is measured as a whole: single bytes do not help', async () => {
    const client = new Client((await serve(listener({ bodyTimeout: 0.1 }))).port)
    client.write(`POST / HTTP/1.1\r\n${LOGIN}Content-Length: 10000\r\n\r\n`)
    await client.flood(' ')
    expect(client.statuses).toEqual([408])
  })

  test('may take its time within the limit', async () => {
    const client = new Client((await serve(listener())).port)
    client.write(`POST / HTTP/1.1\r\n${LOGIN}Content-Length: ${ROOM.length}\r\n\r\n`)
    for (const byte of ROOM) {
      client.write(byte)
      await setTimeout(2)
    }
    await client.answers(200)
  })

  test.each([0, -1, Number.NaN, 3601, '10', null])('has a limit that is a number of seconds, not %o', (bodyTimeout) => {
    expect(() => listener({ bodyTimeout: bodyTimeout as number })).toThrow(TypeError)
    expect(() => listener({ bodyTimeout: bodyTimeout as number })).toThrow(/^bodyTimeout is .* seconds/)
  })
})

describe('a client that leaves', () => {
  test('in the middle of the body is reported once, and the next one served', async () => {
    const events: ErrorEvent[] = []
    const { port, baseUrl } = await serve(listener({ onError: (event) => events.push(event) }))
    const client = new Client(port)
    client.write(`POST / HTTP/1.1\r\n${LOGIN}Content-Length: 100\r\n\r\n{"room`)
    await setTimeout(20)
    client.socket.destroy()
    await vi.waitFor(() => expect(events).toMatchObject([{ status: 400, code: 'invalid_body', userId: 'alice' }]))
    expect((await fetch(baseUrl, { method: 'POST', headers: { 'x-test-user': 'alice' } })).status).toBe(200)
    expect(events).toHaveLength(1)
  })

  test('while the login is looked up does no harm', async () => {
    const events: ErrorEvent[] = []
    let left: Promise<unknown> | undefined
    const { port } = await serve(
      listener({
        async authenticate(req) {
          left = new Promise((resolve) => req.socket.on('close', resolve))
          await left
          return 'alice'
        },
        onError: (event) => events.push(event),
      }),
    )
    const client = new Client(port)
    client.write(`POST / HTTP/1.1\r\n${LOGIN}Content-Length: 100\r\n\r\n{"room`)
    await vi.waitFor(() => expect(left).toBeDefined())
    client.socket.destroy()
    await vi.waitFor(() => expect(events).toMatchObject([{ status: 400, code: 'invalid_body' }]))
  })
})

describe('a body that somebody else has read', () => {
  /** Reads the body as a parser does, and leaves this. */
  function leave(body: (text: string) => unknown): NodeListener {
    return async (req: IncomingMessage & { body?: unknown }, _res, next) => {
      let text = ''
      for await (const part of req) text += part
      req.body = body(text)
      next?.()
    }
  }
  const post = (url: string) =>
    fetch(`${url}/usersig`, {
      method: 'POST',
      headers: { 'x-test-user': 'alice', 'content-type': 'application/json' },
      body: ROOM,
    })

  test.each<[string, (text: string) => unknown]>([
    ['an object', JSON.parse],
    ['text', (text) => text],
    ['bytes', (text) => Buffer.from(text)],
  ])('is taken from req.body as %s', async (_name, body) => {
    const { baseUrl } = await serve(connectApp(leave(body)))
    expect(await (await post(baseUrl)).json()).toMatchObject({ userId: 'alice', roomId: 10000 })
  })

  test('and not left in req.body is a fault of the app, which is told what to do', async () => {
    const events: ErrorEvent[] = []
    const issue = listener({ onError: (event) => events.push(event) })
    const drop = leave(() => undefined)
    const { baseUrl } = await serve((req, res) => drop(req, res, () => issue(req, res)))
    expect((await post(baseUrl)).status).toBe(500)
    expect(events).toMatchObject([{ status: 500, error: { message: expect.stringContaining('mount the handler') } }])
  })

  test('as text may still be to come: req.setEncoding() does not matter', async () => {
    const issue = listener()
    const { baseUrl } = await serve((req, res) => issue(req.setEncoding('utf8'), res))
    expect((await post(baseUrl)).status).toBe(200)
  })
})

test('a response that cannot be written ends the connection, or goes to the error handler', async () => {
  const issue = listener()
  const breakIt: RequestListener = (_req, res) => {
    res.writeHead = () => {
      throw new Error('broken')
    }
  }
  const printed = vi.spyOn(console, 'error').mockImplementation(() => {})
  const errors: unknown[] = []
  const server = createServer((req, res) => {
    breakIt(req, res)
    if (req.url === '/next') {
      issue(req, res, (error) => {
        errors.push(error)
        res.destroy()
      })
    } else issue(req, res)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await expect(fetch(url, { method: 'POST' })).rejects.toThrow()
  expect(printed).toHaveBeenCalledTimes(1)
  await expect(fetch(`${url}/next`, { method: 'POST' })).rejects.toThrow()
  expect(errors).toMatchObject([{ message: 'broken' }])
  printed.mockRestore()
  server.close()
})
