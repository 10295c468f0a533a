import { once } from 'node:events'
import { createServer, type IncomingMessage, type RequestListener, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { guardOptions, type IssueOptions, issueOptions } from '@usersig/contract/fixture'
import connect from 'connect'
import { createUserSigListener, getUserSig, type NodeListener, requireUserSig } from '../src/index.ts'

export const ISSUE_OPTIONS: IssueOptions<IncomingMessage> = issueOptions((req: IncomingMessage, name) =>
  req.headers[name]?.toString(),
)

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

/** The app of the contract without any framework. */
export function bareApp(): RequestListener {
  const issue = createUserSigListener({ ...ISSUE_OPTIONS, path: '/usersig' })
  const guard = requireUserSig(guardOptions())
  return (req, res) => {
    issue(req, res, () => guard(req, res, () => sendUser(req, res)))
  }
}

/** The app of the contract on Connect, behind the given middleware. */
export function connectApp(...before: NodeListener[]): connect.Server {
  const app = connect()
  for (const middleware of before) app.use(middleware)
  app.use('/usersig', createUserSigListener(ISSUE_OPTIONS))
  app.use('/guarded', requireUserSig(guardOptions()))
  app.use('/guarded', sendUser)
  return app
}
