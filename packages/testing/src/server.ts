/**
 * The stand-in for your server at a real address of this machine.
 *
 * @module
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createFakeIssuer, type FakeIssuer, type FakeIssuerOptions } from './fake-issuer.ts'

/** A stand-in for your server that listens. */
export interface FakeIssuerServer extends Omit<FakeIssuer, 'fetch'> {
  /** Where tickets are, such as `http://127.0.0.1:41234/usersig`. */
  readonly url: string
  /** Ends it, with every connection. */
  close(): Promise<void>
}

/** The most that is read of a body, in bytes. */
const MAX_BODY = 65_536

/**
 * Starts {@link createFakeIssuer} on a free port of the loopback address, for tests in a browser or of another process.
 * Pages of every origin may call it.
 *
 * @param given the logged-in user, lifetime in seconds, fixed time
 * @example
 * ```ts
 * const issuer = await startFakeIssuer()
 * const answer = await fetch(issuer.url, { method: 'POST' })
 * await issuer.close()
 * ```
 */
export async function startFakeIssuer(given: FakeIssuerOptions = {}): Promise<FakeIssuerServer> {
  const issuer = createFakeIssuer(given)
  const server = createServer((request, response) => {
    answer(issuer, request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    url: `http://127.0.0.1:${port}/usersig`,
    failNext: issuer.failNext,
    get count() {
      return issuer.count
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

async function answer(issuer: FakeIssuer, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { method = 'GET', headers, url = '/' } = request
  response.setHeader('access-control-allow-origin', headers.origin ?? '*')
  response.setHeader('access-control-allow-credentials', 'true')
  response.setHeader('access-control-expose-headers', 'date, retry-after')
  if (method === 'OPTIONS') {
    response.setHeader('access-control-allow-headers', 'authorization, content-type')
    response.writeHead(204).end()
    return
  }
  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    length += chunk.length
    if (length > MAX_BODY) throw new Error('the body is too large')
    chunks.push(chunk)
  }
  const has = method !== 'GET' && method !== 'HEAD' && length > 0
  const given = Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith(':') || name === 'connection' || value === undefined
      ? []
      : [[name, String(value)] as [string, string]],
  )
  const result = await issuer.fetch(`http://127.0.0.1${url}`, {
    method,
    headers: given,
    ...(has && { body: Buffer.concat(chunks) }),
  })
  response.writeHead(result.status, Object.fromEntries(result.headers)).end(await result.text())
}
