import Router from '@koa/router'
import { guardOptions, type IssueOptions, issueOptions, liveOptions, WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { type StartedServer, startServer } from '@usersig/contract/server'
import { createSignerResolver } from '@usersig/core/endpoint'
import Koa3, { type Context, type Middleware } from 'koa'
import Koa2 from 'koa2'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'

/** Both supported major versions. */
export const VERSIONS: [name: string, Koa: typeof Koa3][] = [
  ['koa 3', Koa3],
  ['koa 2', Koa2],
]

const readHeader = (ctx: Context, name: string) => ctx.get(name) || undefined

export const ISSUE_OPTIONS: IssueOptions<Context> = issueOptions(readHeader)

const sendUser: Middleware = (ctx) => {
  ctx.body = { userId: getUserSig(ctx).userId }
}
const sendEvent: Middleware = (ctx) => {
  ctx.body = { event: getWebhook(ctx) }
}

/** The app of the contract, after the given middleware. */
export function contractApp(Koa: typeof Koa3, ...before: Middleware[]): Koa3 {
  const { keys, issue, guard } = liveOptions(readHeader)
  const signer = createSignerResolver<Context>({ ...keys, onError: issue.onError })
  const webhooks = new Router()
  webhooks.post('/webhook/trtc', requireWebhook(WEBHOOK_OPTIONS.trtc), sendEvent)
  webhooks.post('/webhook/chat', requireWebhook(WEBHOOK_OPTIONS.chat), sendEvent)
  const router = new Router()
  router.get('/guarded', requireUserSig(guardOptions()), sendUser)
  router.all('/live', issueUserSig({ signer, ...issue }))
  router.get('/live-guarded', requireUserSig({ signer, ...guard }), sendUser)
  const app = new Koa()
  // Koa prints each client that leaves, and each fault that a parser finds.
  app.silent = true
  app.use(webhooks.routes())
  for (const middleware of before) app.use(middleware)
  app.use(issueUserSig({ ...ISSUE_OPTIONS, path: '/usersig' }))
  app.use(router.routes())
  return app
}

/** Starts an app on a free port. */
export const start = (app: Koa3): Promise<StartedServer> => startServer(app.listen(0, '127.0.0.1'))
