import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { issueUserSig } from '@usersig/edge'
import { type Demo, ISSUE_PATH } from 'demo/server/demo'
import { LIMITED, REFUSAL, REFUSAL_HEADERS, WINDOW } from 'demo/server/limit/limit'
import { listen, type Running } from 'demo/server/listen'
import { Hono } from 'hono'
import { rateLimiter } from 'hono-rate-limiter'
import { SharedStore } from '../shared-store.ts'

/** `@usersig/edge` as a route of a Hono app, on Node, behind `hono-rate-limiter`. */
export function serve(demo: Demo, port: number, host: string): Promise<Running> {
  const { signerOf, site, userOf, authorizeRoom, limit, activity } = demo
  const issue = issueUserSig({
    signer: (request) => signerOf(request.headers.get('cookie')),
    authenticate: (request) => userOf(request.headers.get('cookie')),
    authorizeRoom,
    ...activity.hooks,
  })
  const app = new Hono()
  app.post(
    ISSUE_PATH,
    rateLimiter({
      windowMs: WINDOW * 1000,
      limit: limit.tickets,
      // Who is not logged in gets no ticket, and by an address one user could use up the tickets of another.
      skip: async ({ req }) => !(await userOf(req.header('cookie'))),
      keyGenerator: async ({ req }) => (await userOf(req.header('cookie'))) ?? '',
      handler: async (context) => {
        activity.record({
          kind: 'refused',
          ...LIMITED,
          userId: (await userOf(context.req.header('cookie'))) ?? undefined,
        })
        return context.json(REFUSAL, REFUSAL.status, REFUSAL_HEADERS)
      },
      ...(limit.redis && { store: new SharedStore(limit.redis) }),
    }),
  )
  app.all(ISSUE_PATH, async (context) => {
    const answer = await issue(context.req.raw)
    // Keeps the headers of the limiter, which a plain `Response` would not.
    return context.newResponse(answer.body, answer)
  })
  app.all('*', (context) => site(context.req.raw))
  return listen(createServer(getRequestListener(app.fetch)), port, host)
}
