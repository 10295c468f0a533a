import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createUserSigListener } from '@usersig/node'
import { type Demo, ISSUE_PATH } from '../demo.ts'
import { listen, type Running } from './listen.ts'

/** `@usersig/node` on a plain `http.createServer`. */
export function serve({ signer, site, userOf, authorizeRoom }: Demo, port: number, host: string): Promise<Running> {
  const issue = createUserSigListener({
    path: ISSUE_PATH,
    signer,
    authenticate: (request) => userOf(request.headers.cookie),
    authorizeRoom,
  })
  const rest = getRequestListener(site)
  return listen(
    createServer((request, response) => issue(request, response, () => rest(request, response))),
    port,
    host,
  )
}
