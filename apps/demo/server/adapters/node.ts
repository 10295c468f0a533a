import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createUserSigListener } from '@usersig/node'
import { type Demo, ISSUE_PATH } from '../demo.ts'
import { createLimiter, refusal } from '../limit/limiter.ts'
import { listen, type Running } from './listen.ts'

/** `@usersig/node` on a plain `http.createServer`, behind `rate-limiter-flexible`. */
export function serve(demo: Demo, port: number, host: string): Promise<Running> {
  const { signer, site, userOf, authorizeRoom, limit } = demo
  const issue = createUserSigListener({
    path: ISSUE_PATH,
    signer,
    authenticate: (request) => userOf(request.headers.cookie),
    authorizeRoom,
  })
  const rest = getRequestListener(site)
  const countTicket = createLimiter(limit)

  async function listener(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const [path] = (request.url ?? '').split('?')
    const userId = path === ISSUE_PATH && request.method === 'POST' ? await userOf(request.headers.cookie) : null
    if (userId !== null) {
      const count = await countTicket(userId)
      if (count.exceeded) {
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
