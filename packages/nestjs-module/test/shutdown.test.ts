import 'reflect-metadata'
import { once } from 'node:events'
import { connect, type Socket } from 'node:net'
import { ExpressAdapter } from '@nestjs/platform-express'
import { FastifyAdapter } from '@nestjs/platform-fastify'
import { Test } from '@nestjs/testing'
import { describe, expect, test } from 'vitest'
import { contractMetadata, listen } from './apps.ts'

const MEBIBYTE = Buffer.alloc(1024 * 1024, 'x')
/** What a server may read of a refused body; its own buffers and those of the system come on top. */
const LIMIT = 16 * MEBIBYTE.length

/** As apps start them: connections are not closed by force. */
const PLATFORMS = { Express: () => new ExpressAdapter(), Fastify: () => new FastifyAdapter() }

const REFUSALS: Record<string, [status: number, head: string]> = {
  'a login that is missing': [401, 'POST /usersig'],
  'a body that is too large': [413, 'POST /usersig HTTP/1.1\r\nx-test-user: alice'],
  'a webhook that is not signed': [403, 'POST /webhook/chat'],
}

/** Writes without end, and resolves to how much was written when the server hung up, or the limit was passed. */
async function flood(socket: Socket): Promise<number> {
  const closed = closing(socket)
  while (!socket.destroyed && socket.bytesWritten <= LIMIT) {
    const hasRoom = socket.write(MEBIBYTE)
    if (!hasRoom) await Promise.race([new Promise((resolve) => socket.once('drain', resolve)), closed])
  }
  return socket.bytesWritten
}

function closing(socket: Socket): Promise<void> {
  return new Promise((resolve) => socket.once('close', () => resolve()))
}

describe.each(Object.entries(PLATFORMS))('on %s', (_, createAdapter) => {
  async function startAsApps() {
    const module = await Test.createTestingModule(contractMetadata()).compile()
    return await listen(module.createNestApplication(createAdapter(), { logger: false }))
  }

  function open(baseUrl: string, head: string, more = 'transfer-encoding: chunked'): Socket {
    const socket = connect(Number(new URL(baseUrl).port), '127.0.0.1')
    socket.on('error', () => {})
    const [first, ...rest] = head.split('\r\n')
    const line = first?.includes('HTTP/1.1') ? first : `${first} HTTP/1.1`
    const headers = ['host: localhost', 'content-type: application/json', more, ...rest]
    socket.write(`${line}\r\n${headers.join('\r\n')}\r\n\r\n`)
    return socket
  }

  test.each(Object.entries(REFUSALS))('hangs up on an endless body after %s', async (_name, [status, head]) => {
    const { baseUrl, close } = await startAsApps()
    const socket = open(baseUrl, head, `content-length: ${LIMIT * 1024}`)
    const answer: Buffer[] = []
    socket.on('data', (chunk) => answer.push(chunk))
    expect(await flood(socket)).toBeLessThanOrEqual(LIMIT)
    expect(socket.destroyed).toBe(true)
    expect(Buffer.concat(answer).toString()).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    await close()
  })

  test.each(Object.entries(REFUSALS))(
    'closes although a client went silent after %s',
    async (_name, [status, head]) => {
      const { baseUrl, close } = await startAsApps()
      const socket = open(baseUrl, head, `content-length: ${LIMIT}`)
      socket.on('error', () => {})
      socket.write(MEBIBYTE.subarray(0, 65_536))
      const [answer] = await once(socket, 'data')
      expect(String(answer)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
      const closed = closing(socket)
      await Promise.all([close(), closed])
    },
  )
})
