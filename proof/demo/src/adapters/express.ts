import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { issueUserSig } from '@usersig/express-middleware'
import { type Demo, ISSUE_PATH } from 'demo/server/demo'
import { listen, type Running } from 'demo/server/listen'
import express from 'express'

/** `@usersig/express-middleware` on Express 5. */
export function serve({ signerOf, site, userOf, issuing }: Demo, port: number, host: string): Promise<Running> {
  const app = express().disable('x-powered-by')
  app.use(
    ISSUE_PATH,
    issueUserSig({
      signer: (request) => signerOf(request.headers.cookie),
      authenticate: (request) => userOf(request.headers.cookie),
      ...issuing,
    }),
  )
  app.use(getRequestListener(site))
  return listen(createServer(app), port, host)
}
