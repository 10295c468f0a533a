import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { liveOptions, SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { createUserSigner, decodeUserSig } from '@usersig/core'
import type { Target } from '../src/target.ts'
import { httpClient } from '../src/wire.ts'

/* A server that makes the mistakes that the attacks look for: each of them has to get through here. */

const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })

/** Merges as careless programs do, prototypes included. */
function merge(into: Record<string, unknown>, from: Record<string, unknown>): Record<string, unknown> {
  for (const [name, value] of Object.entries(from)) {
    if (typeof value === 'object' && value !== null) {
      into[name] = merge((into[name] ?? {}) as Record<string, unknown>, value as Record<string, unknown>)
    } else into[name] = value
  }
  return into
}

async function readAll(req: IncomingMessage): Promise<string> {
  let text = ''
  for await (const part of req) text = `${text}${part}`.slice(0, 1_000_000)
  return text
}

/** Whoever the client says it is. */
function userOf({ headers, url = '' }: IncomingMessage, body: Record<string, unknown>): string {
  const query = new URL(url, 'http://localhost').searchParams
  const cookie = /user(?:Id)?=(\w+)/.exec(headers.cookie ?? '')?.[1]
  const named = body['userId'] ?? query.get('userId') ?? headers['x-user-id'] ?? cookie ?? headers['x-test-user']
  return String(named ?? 'guest')
}

async function issue(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const text = await readAll(req)
  const body = text.startsWith('{') ? merge({}, JSON.parse(text)) : {}
  const userId = userOf(req, body)
  const room = body['roomId'] === undefined ? {} : { roomId: Number(body['roomId']), privileges: 'all' as const }
  res.setHeader('access-control-allow-origin', req.headers.origin ?? '*')
  res.setHeader('set-cookie', 'user=alice')
  res.end(JSON.stringify(signer.issue(userId, room)))
}

const live = liveOptions<IncomingMessage>((req, name) => req.headers[name]?.toString())

/** Asks the key store for each request. */
async function issueLive(req: IncomingMessage, res: ServerResponse): Promise<void> {
  const userId = await live.issue.authenticate(req)
  if (userId === null) {
    res.writeHead(401).end()
    return
  }
  const key = await live.keys.credentials(req)
  const secretKey = String(key?.secretKey)
  res.end(JSON.stringify(createUserSigner({ sdkAppId: SDK_APP_ID, secretKey }).issue(userId)))
}

/** Reads tickets without a look at their signature. */
function guard(req: IncomingMessage, res: ServerResponse): void {
  const ticket = req.headers.authorization?.slice('Bearer '.length) ?? ''
  res.end(JSON.stringify({ userId: ticket === '' ? 'guest' : decodeUserSig(ticket).claims.userId }))
}

export async function startWeakServer(): Promise<Target> {
  const server = createServer(async (req, res) => {
    try {
      if (req.url?.includes('guarded')) guard(req, res)
      else if (req.url?.includes('webhook')) res.end('{}')
      else if (req.url === '/live') await issueLive(req, res)
      else await issue(req, res)
    } catch (error) {
      res.statusCode = 500
      res.end(`${(error as Error).stack}, with the key ${SECRET_KEY}`)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const rawUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    name: 'a weak server',
    issuePath: '/usersig',
    guardPath: '/guarded',
    livePath: '/live',
    liveGuardPath: '/live-guarded',
    trtcPath: '/webhook/trtc',
    chatPath: '/webhook/chat',
    tooOften: { 'x-test-user': 'busy' },
    rooms: { open: { roomId: 10000 }, closed: { roomId: 10001 } },
    signer,
    login: (user) => ({ 'x-test-user': user }),
    rawUrl,
    isInProcess: true,
    isLocalOnly: true,
    boundsBodies: true,
    ask: httpClient(rawUrl),
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}
