import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { guardOptions, type IssueOptions, issueOptions, liveOptions, WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { createSignerResolver } from '@usersig/core/endpoint'
import connect from 'connect'
import {
  getUserSig,
  getWebhook,
  issueUserSig,
  type NodeContext,
  type NodeListener,
  requireUserSig,
  requireWebhook,
} from '../src/index.ts'

const readHeader = (req: IncomingMessage, name: string) => req.headers[name]?.toString()

export const ISSUE_OPTIONS: IssueOptions<IncomingMessage> = issueOptions(readHeader)

export interface Running {
  readonly baseUrl: string
  readonly port: number
  readonly server: Server
  /** Ends it at once. */
  close(): void
  /** Lets it finish what it is at. */
  stop(): Promise<unknown>
}

/** Starts a bare server on a free port. */
export async function start(listener: RequestListener): Promise<Running> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    port,
    server,
    close() {
      server.close()
      server.closeAllConnections()
    },
    stop() {
      return once(server.close(), 'close')
    },
  }
}

export function sendUser(req: IncomingMessage, res: ServerResponse): void {
  res.setHeader('content-type', 'application/json').end(JSON.stringify({ userId: getUserSig(req).userId }))
}

export function sendEvent(req: IncomingMessage, res: ServerResponse): void {
  res.setHeader('content-type', 'application/json').end(JSON.stringify({ event: getWebhook(req) }))
}

function live() {
  const { keys, issue, guard } = liveOptions(readHeader)
  const signer = createSignerResolver<IncomingMessage, NodeContext>({ ...keys, onError: issue.onError })
  return { issue: { signer, ...issue }, guard: { signer, ...guard } }
}

/** The app of the contract without any framework. */
export function bareApp(): RequestListener {
  const { issue, guard } = live()
  const listeners = [issueUserSig({ ...ISSUE_OPTIONS, path: '/usersig' }), issueUserSig({ ...issue, path: '/live' })]
  const guarded = requireUserSig(guardOptions())
  const guards: Record<string, [typeof guarded, typeof sendUser]> = {
    '/live-guarded': [requireUserSig(guard), sendUser],
    '/webhook/trtc': [requireWebhook(WEBHOOK_OPTIONS.trtc), sendEvent],
    '/webhook/chat': [requireWebhook(WEBHOOK_OPTIONS.chat), sendEvent],
  }
  return (req, res) => {
    const [check, answer] = guards[req.url?.split('?')[0] ?? ''] ?? [guarded, sendUser]
    const [first, second] = listeners
    first?.(req, res, () => second?.(req, res, () => check(req, res, () => answer(req, res))))
  }
}

/** The app of the contract on Connect, after the given middleware. */
export function connectApp(...before: NodeListener[]): connect.Server {
  const { issue, guard } = live()
  const app = connect()
  app.use('/webhook/trtc', requireWebhook(WEBHOOK_OPTIONS.trtc))
  app.use('/webhook/chat', requireWebhook(WEBHOOK_OPTIONS.chat))
  app.use('/webhook', sendEvent)
  for (const middleware of before) app.use(middleware)
  app.use('/usersig', issueUserSig(ISSUE_OPTIONS))
  app.use('/guarded', requireUserSig(guardOptions()))
  app.use('/guarded', sendUser)
  app.use('/live-guarded', requireUserSig(guard))
  app.use('/live-guarded', sendUser)
  app.use('/live', issueUserSig(issue))
  return app
}
