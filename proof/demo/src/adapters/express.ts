import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { issueUserSig } from '@usersig/express-middleware'
import { type Demo, ISSUE_PATH } from 'demo/server/demo'
import { LIMITED, REFUSAL, REFUSAL_HEADERS, WINDOW } from 'demo/server/limit/limit'
import { listen, type Running } from 'demo/server/listen'
import express from 'express'
import { rateLimit } from 'express-rate-limit'
import { SharedStore } from '../shared-store.ts'

/** `@usersig/express-middleware` on Express 5, behind `express-rate-limit`. */
export function serve(demo: Demo, port: number, host: string): Promise<Running> {
  const { signerOf, site, userOf, authorizeRoom, limit, activity } = demo
  const app = express().disable('x-powered-by')
  app.use(
    ISSUE_PATH,
    rateLimit({
      windowMs: WINDOW * 1000,
      limit: limit.tickets,
      // Who is not logged in gets no ticket, and by an address one user could use up the tickets of another.
      skip: async ({ method, headers }) => method !== 'POST' || !(await userOf(headers.cookie)),
      keyGenerator: async ({ headers }) => (await userOf(headers.cookie)) ?? '',
      standardHeaders: 'draft-6',
      legacyHeaders: false,
      handler: async ({ headers }, response) => {
        activity.record({ kind: 'refused', ...LIMITED, userId: (await userOf(headers.cookie)) ?? undefined })
        response.writeHead(REFUSAL.status, REFUSAL_HEADERS).end(JSON.stringify(REFUSAL))
      },
      ...(limit.redis && { store: new SharedStore(limit.redis) }),
    }),
    issueUserSig({
      signer: (request) => signerOf(request.headers.cookie),
      authenticate: (request) => userOf(request.headers.cookie),
      authorizeRoom,
      ...activity.hooks,
    }),
  )
  app.use(getRequestListener(site))
  return listen(createServer(app), port, host)
}
