import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CALLBACK_OPTIONS, guardOptions, type IssueOptions, issueOptions, liveOptions } from '@usersig/contract/fixture'
import connect from 'connect'
import {
  createUserSigListener,
  getCallback,
  getUserSig,
  type NodeListener,
  requireCallback,
  requireUserSig,
} from '../src/index.ts'

const readHeader = (req: IncomingMessage, name: string) => req.headers[name]?.toString()

export const ISSUE_OPTIONS: IssueOptions<IncomingMessage> = issueOptions(readHeader)

export interface Running {
  readonly baseUrl: string
  readonly port: number
  close(): void
}

/** Starts a bare server on a free port. */
export async function start(listener: RequestListener): Promise<Running> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  return {
    baseUrl: `http://127.0.0.1:${port}`,
    port,
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

export function sendUser(req: IncomingMessage, res: ServerResponse): void {
  res.setHeader('content-type', 'application/json').end(JSON.stringify({ userId: getUserSig(req).userId }))
}

function sendEvent(req: IncomingMessage, res: ServerResponse): void {
  res.setHeader('content-type', 'application/json').end(JSON.stringify({ event: getCallback(req) }))
}

/** The app of the contract without any framework. */
export function bareApp(): RequestListener {
  const { keys, issue, guard } = liveOptions(readHeader)
  const listeners = [
    createUserSigListener({ ...ISSUE_OPTIONS, path: '/usersig' }),
    createUserSigListener({ ...keys, ...issue, path: '/live' }),
  ]
  const guarded = requireUserSig(guardOptions())
  const guards: Record<string, [typeof guarded, typeof sendUser]> = {
    '/live-guarded': [requireUserSig({ ...keys, ...guard }), sendUser],
    '/callback/trtc': [requireCallback(CALLBACK_OPTIONS.trtc), sendEvent],
    '/callback/chat': [requireCallback(CALLBACK_OPTIONS.chat), sendEvent],
  }
  return (req, res) => {
    const [check, answer] = guards[req.url?.split('?')[0] ?? ''] ?? [guarded, sendUser]
    const [first, second] = listeners
    first?.(req, res, () => second?.(req, res, () => check(req, res, () => answer(req, res))))
  }
}

/** The app of the contract on Connect, behind the given middleware. */
export function connectApp(...before: NodeListener[]): connect.Server {
  const { keys, issue, guard } = liveOptions(readHeader)
  const app = connect()
  app.use('/callback/trtc', requireCallback(CALLBACK_OPTIONS.trtc))
  app.use('/callback/chat', requireCallback(CALLBACK_OPTIONS.chat))
  app.use('/callback', sendEvent)
  for (const middleware of before) app.use(middleware)
  app.use('/usersig', createUserSigListener(ISSUE_OPTIONS))
  app.use('/guarded', requireUserSig(guardOptions()))
  app.use('/guarded', sendUser)
  app.use('/live-guarded', requireUserSig({ ...keys, ...guard }))
  app.use('/live-guarded', sendUser)
  app.use('/live', createUserSigListener({ ...keys, ...issue }))
  return app
}
