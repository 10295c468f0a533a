import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { issueUserSig } from '@usersig/hono'
import { type Demo, ISSUE_PATH } from 'demo/server/demo'
import { listen, type Running } from 'demo/server/listen'
import { Hono } from 'hono'

/** `@usersig/hono` as a route of a Hono app, on Node. */
export function serve({ signerOf, site, userOf, issuing }: Demo, port: number, host: string): Promise<Running> {
  const app = new Hono()
  app.all(
    ISSUE_PATH,
    issueUserSig({
      signer: (context) => signerOf(context.req.header('cookie')),
      authenticate: (context) => userOf(context.req.header('cookie')),
      ...issuing,
    }),
  )
  app.all('*', (context) => site(context.req.raw))
  return listen(createServer(getRequestListener(app.fetch)), port, host)
}
