import { once } from 'node:events'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { contractCases } from '../src/index.ts'

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
const MAY_BE_404 = 'serves the path with a slash behind it the same way, or not at all'

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
