import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'
import { type Demo, ISSUE_PATH } from '../demo.ts'
import { listen, type Running } from './listen.ts'

/** `@usersig/express-middleware` on Express 5. */
export function serve({ signer, site, userOf, authorizeRoom }: Demo, port: number, host: string): Promise<Running> {
  const app = express().disable('x-powered-by')
  app.use(
    ISSUE_PATH,
    issueUserSig({ signer, authenticate: (request) => userOf(request.headers.cookie), authorizeRoom }),
  )
  app.use(getRequestListener(site))
  return listen(createServer(app), port, host)
}
