import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { createUserSigHandler } from '@usersig/edge'
import { Hono } from 'hono'
import { type Demo, ISSUE_PATH } from '../demo.ts'
import { listen, type Running } from './listen.ts'

/** `@usersig/edge` as a route of a Hono app, on Node. */
export function serve({ signer, site, userOf, authorizeRoom }: Demo, port: number, host: string): Promise<Running> {
  const issue = createUserSigHandler({
    signer,
    authenticate: (request) => userOf(request.headers.get('cookie')),
    authorizeRoom,
  })
  const app = new Hono()
  app.all(ISSUE_PATH, (context) => issue(context.req.raw))
  app.all('*', (context) => site(context.req.raw))
  return listen(createServer(getRequestListener(app.fetch)), port, host)
}
