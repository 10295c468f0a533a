import { once } from 'node:events'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { issueUserSig } from '@usersig/node'

export const CREDENTIALS = { sdkAppId: 1400000000, secretKey: 'a key of these tests' }

/** What may stand between an app and its endpoint. */
const FAULTS: Readonly<Record<string, (response: ServerResponse) => void>> = {
  '/html': (response) => response.setHeader('content-type', 'text/html').end('<p>Log in to the network'),
  '/incomplete': (response) => response.setHeader('content-type', 'application/json').end('{"userId":"alice"}'),
  '/redirect': (response) => response.writeHead(302, { location: '/usersig' }).end(),
  '/gateway': (response) => response.writeHead(502).end('Bad Gateway'),
  '/large': (response) =>
    response.setHeader('content-type', 'application/json').end(`{"userId":"${'x'.repeat(200_000)}"}`),
  '/limited': (response) =>
    response
      .writeHead(429, { 'content-type': 'application/problem+json', 'retry-after': '7' })
      .end('{"type":"urn:usersig:problem:too_many_requests","status":429,"code":"too_many_requests"}'),
}

/** A server with the real endpoint at `/usersig`, and with faults beside it. */
export async function startServer() {
  let issued = 0
  const issue = issueUserSig({
    path: '/usersig',
    credentials: CREDENTIALS,
    authenticate: (request) => (request.headers.authorization === 'Bearer token-of-alice' ? 'alice' : null),
    authorizeRoom: () => 'audience',
    onIssued: () => void issued++,
  })
  const server = createServer((request, response) => {
    const fault = FAULTS[request.url ?? '']
    if (fault) fault(response)
    else issue(request, response)
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    /** How many tickets were issued since the last question. */
    countIssued: () => {
      const count = issued
      issued = 0
      return count
    },
    close: () => new Promise((resolve) => server.close(resolve)),
  }
}

/**
 * What a program in each language prints: it gets the address of the server and one that nothing listens at, and writes
 * a line for each step.
 */
export const EXPECTED: readonly RegExp[] = [
  /^get alice 1400000000 604800 \S+$/,
  /^kept true$/,
  /^together true$/,
  /^refresh true$/,
  /^room 10000 \S+ enterRoom,receiveAudio,receiveVideo$/,
  /^room room-1 \S+ enterRoom,receiveAudio,receiveVideo$/,
  /^\/usersig unauthenticated 401 none$/,
  /^\/html invalid_answer 200 none$/,
  /^\/incomplete invalid_answer 200 none$/,
  /^\/redirect http_302 302 none$/,
  /^\/gateway http_502 502 none$/,
  /^\/large (?:invalid_answer|network) \S+ none$/,
  /^\/limited too_many_requests 429 7$/,
  /^nobody network none none$/,
  /^shown true$/,
]

/** Tickets that these steps have the server issue: get, together, refresh, and two rooms. */
export const ISSUED = 5
