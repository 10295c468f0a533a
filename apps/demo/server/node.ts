import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createUserSigListener } from '@usersig/node'
import { type Demo, ISSUE_PATH } from './demo.ts'
import { LIMITED } from './limit/limit.ts'
import { createLimiter, refusal } from './limit/limiter.ts'
import { listen, type Running } from './listen.ts'

/** `@usersig/node` on a plain `http.createServer`, behind `rate-limiter-flexible`. */
export function serve(demo: Demo, port: number, host: string): Promise<Running> {
  const { signerOf, site, userOf, authorizeRoom, limit, activity } = demo
  const issue = createUserSigListener({
    path: ISSUE_PATH,
    signer: (request) => signerOf(request.headers.cookie),
    authenticate: (request) => userOf(request.headers.cookie),
    authorizeRoom,
    ...activity.hooks,
  })
  const rest = getRequestListener(site)
  const countTicket = createLimiter(limit)

  async function listener(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path] = (request.url ?? '').split('?')
    const userId = path === ISSUE_PATH && request.method === 'POST' ? await userOf(request.headers.cookie) : null
    if (userId !== null) {
      const count = await countTicket(userId)
      if (count.exceeded) {
        activity.record({ kind: 'refused', ...LIMITED, userId })
        const { status, headers, body } = refusal(count)
        response.writeHead(status, headers).end(body)
        return
      }
      response.setHeaders(new Map(Object.entries(count.headers)))
    }
    issue(request, response, () => rest(request, response))
  }
  return listen(createServer(listener), port, host)
}
