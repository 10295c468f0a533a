import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { issueUserSig } from '@usersig/node'
import { type Demo, ISSUE_PATH } from './demo.ts'
import { listen, type Running } from './listen.ts'

/** `@usersig/node` on a plain `http.createServer`. */
export function serve(demo: Demo, port: number, host: string): Promise<Running> {
  const { signerOf, site, userOf, issuing } = demo
  const issue = issueUserSig({
    path: ISSUE_PATH,
    signer: (request) => signerOf(request.headers.cookie),
    authenticate: (request) => userOf(request.headers.cookie),
    ...issuing,
  })
  const rest = getRequestListener(site)
  return listen(
    createServer((request, response) => issue(request, response, () => rest(request, response))),
    port,
    host,
  )
}
