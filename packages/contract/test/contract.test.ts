import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { USER_HEADER } from '../src/fixture.ts'
import { contractCases, shutdownCases } from '../src/index.ts'

/** Servers that keep none of the promises: a case that they pass proves nothing. */
const BROKEN_SERVERS: Record<string, RequestListener> = {
  'says yes to everything': (_request, response) => {
    response.writeHead(200, { 'content-type': 'application/json' }).end('{}')
  },
  'knows no path': (_request, response) => {
    response.writeHead(404).end()
  },
  'fails always': (_request, response) => {
    response.writeHead(500, { 'content-type': 'text/plain' }).end('it broke')
  },
}

// A page that is not there is an allowed answer to the path with a slash.
const MAY_BE_404 = 'serves the path with a slash after it the same way, or not at all'

describe.each(Object.entries(BROKEN_SERVERS))('a server that %s', (name, listener) => {
  let server: Server
  let baseUrl: string
  beforeAll(async () => {
    server = createServer(listener).listen(0, '127.0.0.1')
    await once(server, 'listening')
    baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  })
  afterAll(() => server.close())

  const cases = contractCases.filter((case_) => name !== 'knows no path' || case_.name !== MAY_BE_404)
  test.each(cases)('breaks: $name', async ({ run }) => {
    await expect(run({ baseUrl })).rejects.toThrow()
  })
})

test('every case has a name of its own', () => {
  expect(new Set(contractCases.map(({ name }) => name)).size).toBe(contractCases.length)
})

/** What frameworks do by themselves: they answer, leave the body unread, and keep the connection. */
test.each(shutdownCases)('a server that looks after no body and no connection breaks: $name', async ({ run }) => {
  const server = createServer((request, response) => {
    const isSlow = request.headers[USER_HEADER] === 'limiter-hangs'
    setTimeout(() => response.end('{}'), isSlow ? 500 : 0)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  server.keepAliveTimeout = 60_000
  // A proxy that looks after its own connections, say, tells Node.js nothing of those that are idle.
  server.closeIdleConnections = () => {}
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  await expect(run({ baseUrl, stop: () => once(server.close(), 'close') })).rejects.toThrow('not down')
  server.closeAllConnections()
})
