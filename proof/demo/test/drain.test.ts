import { once } from 'node:events'
import { Agent, request as httpRequest, type IncomingMessage } from 'node:http'
import { connect, type Socket } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createClient } from './client.ts'
import { type DemoProcess, startDemo } from './demo-process.ts'

const SETUP = new URL('../../../scripts/setup.mjs', import.meta.url).href
const CLIENTS = 16

let demo: DemoProcess | undefined
afterEach(() => demo?.kill())

const UNLIMITED = { DEMO_TICKETS_PER_MINUTE: '1000000' }

/** A machine may be busy with other things. */
function eventually(check: () => unknown): Promise<unknown> {
  return vi.waitFor(check, { timeout: 20_000 })
}

/** How the requests of one client went. */
interface Log {
  answered: number
  /** Of these, how many told the client that the connection ends. */
  farewells: number
  /** Why the last one was not sent, or what became of it. */
  end: string
}

/** Asks for tickets, one after the other, on a connection that it keeps, until the server takes no more. */
async function askOnAndOn(baseUrl: string, cookie: string, log: Log): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  try {
    while (true) {
      const response = await post(baseUrl, cookie, agent)
      const chunks: Buffer[] = []
      for await (const chunk of response) chunks.push(chunk)
      const { userSig } = JSON.parse(Buffer.concat(chunks).toString())
      if (response.statusCode !== 200 || !userSig) throw new Error(`answered with ${response.statusCode}`)
      log.answered += 1
      if (response.headers.connection === 'close') log.farewells += 1
    }
  } catch (error) {
    log.end = (error as NodeJS.ErrnoException).code ?? String(error)
  } finally {
    agent.destroy()
  }
}

function post(baseUrl: string, cookie: string, agent: Agent): Promise<IncomingMessage> {
  return new Promise((resolve, reject) => {
    httpRequest(`${baseUrl}/api/usersig`, { method: 'POST', agent, headers: { cookie, origin: baseUrl } }, resolve)
      .on('error', reject)
      .end()
  })
}

/** A connection of its own to the demo. */
async function open({ baseUrl }: DemoProcess): Promise<Socket & { received: string }> {
  const socket = Object.assign(connect(Number(new URL(baseUrl).port), '127.0.0.1'), { received: '' })
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    socket.received += chunk
  })
  await once(socket, 'connect')
  return socket.on('error', () => {})
}

const BODY = '{"roomId":1001}'

/** A request that has sent all but its last byte, and waits. */
async function sendAlmost(from: DemoProcess, cookie: string): Promise<Socket & { received: string }> {
  const socket = await open(from)
  socket.write(
    `POST /api/usersig HTTP/1.1\r\nhost: localhost\r\norigin: ${from.baseUrl}\r\ncookie: ${cookie}\r\n` +
      `content-type: application/json\r\ncontent-length: ${BODY.length}\r\n\r\n${BODY.slice(0, -1)}`,
  )
  return socket
}

async function isRefused(from: DemoProcess): Promise<void> {
  await expect(open(from)).rejects.toMatchObject({ code: 'ECONNREFUSED' })
}

async function logIn({ baseUrl }: DemoProcess): Promise<string> {
  const client = createClient(baseUrl)
  await client.login('alice')
  return client.cookie()
}

describe('the demo answers every request that it has got before it ends', () => {
  it.each([
    ['node', 'SIGTERM'],
    ['node', 'SIGINT'],
    ['express', 'SIGTERM'],
    ['fastify', 'SIGTERM'],
    ['koa', 'SIGTERM'],
    ['nest', 'SIGTERM'],
    ['nest-fastify', 'SIGTERM'],
    ['edge', 'SIGTERM'],
    ['hono', 'SIGTERM'],
  ] as const)('on %s, told by %s', async (adapter, signal) => {
    demo = await startDemo(adapter, UNLIMITED)
    const running = demo
    const cookie = await logIn(running)
    // Three that could keep it from ending: an idle connection, an unused one, and a request that comes in slowly.
    const idle = await open(running)
    idle.write(`GET /api/config HTTP/1.1\r\nhost: localhost\r\n\r\n`)
    await eventually(() => expect(idle.received).toContain('HTTP/1.1 200'))
    const unused = await open(running)
    const slow = await sendAlmost(running, cookie)
    const ends = Promise.all([idle, unused, slow].map((socket) => once(socket, 'close')))

    const logs = Array.from({ length: CLIENTS }, (): Log => ({ answered: 0, farewells: 0, end: '' }))
    const load = Promise.all(logs.map((log) => askOnAndOn(running.baseUrl, cookie, log)))
    await eventually(() => expect(Math.min(...logs.map(({ answered }) => answered))).toBeGreaterThan(20))
    running.child.kill(signal)
    await load
    // Every client has got all its answers, was told in the last one to leave, and was refused when it came back.
    expect(logs.map(({ farewells, end }) => ({ farewells, end }))).toEqual(
      logs.map(() => ({ farewells: 1, end: 'ECONNREFUSED' })),
    )

    await isRefused(running)
    expect(running.child.exitCode).toBeNull()
    slow.write(BODY.slice(-1))
    await ends
    expect(slow.received).toMatch(/^HTTP\/1.1 200 [\s\S]*"privateMapKey":/)
    expect(await running.exit).toEqual([0, null])
  })
})

it.each(['deno', 'bun'])('the demo on %s answers a request that is still coming in, and ends', async (adapter) => {
  demo = await startDemo(adapter, UNLIMITED)
  const cookie = await logIn(demo)
  const slow = await sendAlmost(demo, cookie)
  // It is under way as soon as one that was sent later has been answered.
  await logIn(demo)
  demo.child.kill('SIGTERM')
  await eventually(async () => {
    const response = await fetch((demo as DemoProcess).baseUrl)
    expect(response.headers.get('connection')).toBe('close')
  })
  slow.write(BODY.slice(-1))
  await eventually(() => expect(slow.received).toMatch(/^HTTP\/1.1 200 [\s\S]*"privateMapKey":/))
  expect(await demo.exit).toEqual([0, null])
})

describe('a request that does not end', () => {
  it('is broken off after the time that is set', async () => {
    demo = await startDemo('node', { ...UNLIMITED, DEMO_DRAIN_SECONDS: '1.5' })
    await sendAlmost(demo, await logIn(demo))
    demo.child.kill('SIGTERM')
    expect(await demo.exit).toEqual([1, null])
    expect(demo.output()).toContain('requests still under way after 1.5 seconds are broken off')
  })

  it('is broken off by a second signal', async () => {
    demo = await startDemo('node', UNLIMITED)
    await sendAlmost(demo, await logIn(demo))
    demo.child.kill('SIGTERM')
    await eventually(() => isRefused(demo as DemoProcess))
    // The same signal again, as npm and the shell pass it on.
    demo.child.kill('SIGTERM')
    await setTimeout(700)
    expect(demo.child.exitCode).toBeNull()
    demo.child.kill('SIGTERM')
    expect(await demo.exit).toEqual([143, null])
  })
})

describe('npm start', () => {
  it.each(['SIGTERM', 'SIGINT'] as const)('passes %s on to the demo, and its exit code back', async (signal) => {
    const start = `const { run } = await import('${SETUP}'); process.exitCode = await run(...JSON.parse(process.argv[1]))`
    demo = await startDemo('node', {}, (program, args) => {
      const command = JSON.stringify([program, args, { passInterrupt: true }])
      return [program, ['--input-type=module', '--eval', start, command]]
    })
    demo.child.kill(signal)
    expect(await demo.exit).toEqual([0, null])
    await isRefused(demo)
  })
})
