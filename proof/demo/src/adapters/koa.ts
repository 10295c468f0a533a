import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { issueUserSig } from '@usersig/koa'
import { type Demo, ISSUE_PATH } from 'demo/server/demo'
import { listen, type Running } from 'demo/server/listen'
import Koa from 'koa'

/** `@usersig/koa` on Koa 3. */
export function serve({ signerOf, site, userOf, issuing }: Demo, port: number, host: string): Promise<Running> {
  const app = new Koa()
  app.use(
    issueUserSig({
      path: ISSUE_PATH,
      signer: (ctx) => signerOf(ctx.headers.cookie),
      authenticate: (ctx) => userOf(ctx.headers.cookie),
      ...issuing,
    }),
  )
  const rest = getRequestListener(site)
  app.use((ctx) => {
    ctx.respond = false
    return rest(ctx.req, ctx.res)
  })
  return listen(createServer(app.callback()), port, host)
}
