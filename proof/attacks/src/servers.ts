import 'reflect-metadata'
import { once } from 'node:events'
import { createServer as createHttp, type RequestListener } from 'node:http'
import {
  connect as connectHttp2,
  createServer as createHttp2,
  type Http2ServerRequest,
  type Http2ServerResponse,
} from 'node:http2'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { getRequestListener } from '@hono/node-server'
import { guardOptions, issueOptions, SDK_APP_ID, SECRET_KEY, USER_HEADER } from '@usersig/contract/fixture'
import { startServer as whenListening } from '@usersig/contract/server'
import { createUserSigner } from '@usersig/core'
import { getUserSig, issueUserSig, requireUserSig } from '@usersig/node'
import { contractApp as edgeApp } from '../../../packages/edge/test/apps/contract-app.ts'
import { bundleWorker, startWorker } from '../../../packages/edge/test/support/worker.ts'
import { contractApp as expressApp, VERSIONS } from '../../../packages/express-middleware/test/apps.ts'
import {
  VERSIONS as FASTIFY,
  contractApp as fastifyApp,
  start as startFastify,
} from '../../../packages/fastify/test/apps.ts'
import { contractRoutes } from '../../../packages/functions/test/apps/contract-app.ts'
import { byPath, GATEWAYS, readHeader, serveFunction } from '../../../packages/functions/test/gateway.ts'
import { app as honoApp } from '../../../packages/hono/test/apps/contract-app.ts'
import { VERSIONS as KOA, contractApp as koaApp, start as startKoa } from '../../../packages/koa/test/apps.ts'
import { contractMetadata, PLATFORMS, start as startNest } from '../../../packages/nestjs-module/test/apps.ts'
import { bareApp, connectApp } from '../../../packages/node/test/servers.ts'
import { NotApplicable } from './attack.ts'
import { startDemo, startServe, startService } from './own-logins.ts'
import type { Ask, Parts, Reply, Target } from './target.ts'
import { httpClient } from './wire.ts'

/** Starts a server; it takes a moment for some. */
export type Start = () => Promise<Target>

const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
const login = (userId: string) => ({ [USER_HEADER]: userId })

/** The routes that every app of the contract has. */
const ROUTES = {
  issuePath: '/usersig',
  guardPath: '/guarded',
  trtcPath: '/webhook/trtc',
  chatPath: '/webhook/chat',
  livePath: '/live',
  liveGuardPath: '/live-guarded',
  tooOften: login('busy'),
  rooms: { open: { roomId: 10000 }, closed: { roomId: 10001 } },
} as const

interface Started {
  readonly baseUrl: string
  close?(): unknown
}

/** The app of the contract, which every adapter starts for its tests. */
function ofContract(start: () => Promise<Started>, parts: Parts = { isInProcess: true, boundsBodies: true }) {
  return async (name: string): Promise<Target> => {
    const { baseUrl, close } = await start()
    // What a worker is given comes by another server, which reads the text of requests itself.
    const rawUrl = parts.isInProcess ? { rawUrl: baseUrl } : {}
    return { name, ...ROUTES, signer, login, ...rawUrl, ...parts, ask: httpClient(baseUrl), close: () => close?.() }
  }
}

const listen = (listener: RequestListener): Promise<Started> =>
  whenListening(createHttp(listener).listen(0, '127.0.0.1'))

/** An adapter with each version of its framework. */
function ofVersions<T>(
  versions: readonly (readonly [name: string, framework: T])[],
  start: (framework: T) => Promise<Started>,
) {
  return Object.fromEntries(versions.map(([name, framework]) => [name, ofContract(() => start(framework))]))
}

/** A handler for `fetch`, on a server that owns the socket and reads the bodies. */
const onNode = (fetch: (request: Request) => Response | Promise<Response>) =>
  ofContract(() => listen(getRequestListener(fetch)), { isInProcess: true })

/** Functions behind a gateway, which reads all of a request before it calls one. */
const ofGateways = (...names: readonly (keyof typeof GATEWAYS)[]) =>
  Object.fromEntries(
    names.map((name) => {
      const start = () => serveFunction(GATEWAYS[name], byPath(contractRoutes(readHeader)))
      return [`functions behind ${name}`, ofContract(start, { isInProcess: true })]
    }),
  )

const EDGE_WORKER = fileURLToPath(new URL('../../../packages/edge/test/apps/worker.ts', import.meta.url))

/** Every server that is attacked: a line for each. A new adapter has an app of the contract, and comes here with it. */
const STARTS: Readonly<Record<string, (name: string) => Promise<Target>>> = {
  'node:http': ofContract(() => listen(bareApp())),
  Connect: ofContract(() => listen(connectApp())),
  'node:http2': startHttp2,
  ...ofVersions(VERSIONS, (express) => listen(expressApp(express))),
  ...Object.fromEntries(
    Object.entries(PLATFORMS).map(([name, platform]) => [
      `Nest on ${name}`,
      ofContract(() => startNest(contractMetadata(), platform())),
    ]),
  ),
  ...ofVersions(FASTIFY, (fastify) => startFastify(fastifyApp(fastify))),
  ...ofVersions(KOA, (Koa) => startKoa(koaApp(Koa))),
  'Hono on Node.js': onNode(honoApp.fetch),
  'edge on Node.js': onNode(edgeApp),
  'edge on workerd': ofContract(async () => await startWorker(await bundleWorker(EDGE_WORKER)), {}),
  // One for each form of events: other gateways differ in names alone.
  ...ofGateways('API Gateway, REST', 'function URL of Lambda', 'SCF, API gateway'),
  'the demo': startDemo,
  'usersig serve': startServe,
  'the service': startService,
  'the core': ofCore,
}

export const SERVERS: readonly string[] = Object.keys(STARTS)

/** Starts a server by its name. */
export async function startServer(name: string): Promise<Target> {
  const start = STARTS[name]
  if (!start) throw new Error(`there is no server "${name}": choose one of ${SERVERS.join(', ')}`)
  return await start(name)
}

/** The listener of Node.js with what HTTP/2 gives it. */
async function startHttp2(name: string): Promise<Target> {
  const issue = issueUserSig<Http2ServerRequest, Http2ServerResponse>({
    ...issueOptions((req: Http2ServerRequest, header) => req.headers[header]?.toString()),
    path: ROUTES.issuePath,
  })
  const guard = requireUserSig<Http2ServerRequest, Http2ServerResponse>(guardOptions())
  const server = createHttp2((req, res) => {
    issue(req, res, () => guard(req, res, () => res.end(JSON.stringify({ userId: getUserSig(req).userId }))))
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const session = connectHttp2(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  session.on('error', () => {})

  async function ask(path: string, { method = 'POST', headers = {}, body }: Ask = {}): Promise<Reply> {
    const stream = session.request({ ...headers, ':method': method, ':path': path })
    stream.on('error', () => {})
    stream.end(body)
    const [head] = (await once(stream, 'response')) as [Reply['headers'] & { ':status': number }]
    let text = ''
    for await (const part of stream.setEncoding('utf8')) text += part
    return { status: head[':status'], headers: head, body: text }
  }
  function close(): void {
    session.destroy()
    server.close()
  }
  const { issuePath, guardPath, tooOften, rooms } = ROUTES
  return { name, issuePath, guardPath, tooOften, rooms, signer, login, isInProcess: true, ask, close }
}

/** What is attacked without HTTP. */
function ofCore(name: string): Promise<Target> {
  const ask = () => Promise.reject(new NotApplicable('the core has no HTTP of its own'))
  return Promise.resolve({ name, issuePath: '/', signer, login, isInProcess: true, ask, close() {} })
}
