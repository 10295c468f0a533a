import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createUserSigEndpoint, createUserSigGuard, type EndpointRequest } from '@usersig/core/endpoint'
import { createRevocations } from '@usersig/core/revocation'
import { Redis } from 'ioredis'

/*
 * One of several servers behind a load balancer: it issues at /usersig, guards /me, and kicks at /kick, each for the user
 * of the header `x-user`.
 */
const [url = '', whenDown = 'refuse'] = process.argv.slice(2)
const redis = new Redis(url, { maxRetriesPerRequest: 1, retryStrategy: () => 200 })
redis.on('error', () => {})
const { kick, notIssuedBefore } = createRevocations({
  redis,
  whenDown: whenDown as 'refuse' | 'pass',
  timeout: 0.5,
  onError: () => {},
})
const shared = {
  credentials: { sdkAppId: 1400000000, secretKey: 'the key of these tests' },
  notIssuedBefore,
  onError: () => {},
}
const userOf = (request: IncomingMessage) => String(request.headers['x-user'])
const issue = createUserSigEndpoint<IncomingMessage>({ ...shared, authenticate: userOf })
const guard = createUserSigGuard<IncomingMessage>(shared)

async function answer(request: IncomingMessage): Promise<{ status: number; body: string }> {
  const translated: EndpointRequest<IncomingMessage> = {
    method: request.method ?? '',
    header: (name) => request.headers[name]?.toString(),
    readBody: async () => new Uint8Array(),
    request,
    context: undefined,
    waitUntil: () => {},
  }
  if (request.url === '/usersig') return await issue(translated)
  if (request.url === '/me') return (await guard(translated)).response ?? { status: 200, body: '{}' }
  await kick(userOf(request))
  return { status: 200, body: '{}' }
}

const server = createServer((request, response) => {
  answer(request).then(
    ({ status, body }) => response.writeHead(status).end(body),
    (error) => response.writeHead(error.status ?? 500).end(),
  )
})
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port))
