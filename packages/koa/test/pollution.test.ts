import { WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { askOver, describePollution, type Polluted } from '@usersig/contract/pollution'
import Koa, { type Middleware } from 'koa'
import {
  getUserSig,
  getWebhook,
  issueUserSig,
  type KoaMiddleware,
  requireUserSig,
  requireWebhook,
} from '../src/index.ts'
import { start } from './apps.ts'

const { chatToken } = WEBHOOK_OPTIONS.chat

describePollution('Koa', [issueUserSig, requireUserSig, requireWebhook], async (polluted) => {
  const [issue, guard, trtc, chat] = await polluted(
    () =>
      [
        issueUserSig({ authenticate: async (ctx) => ctx.get('x-test-user') || undefined }),
        requireUserSig(),
        requireWebhook({ trtcKey: 'the key of TRTC' }),
        requireWebhook({ chatToken }),
      ] as const,
  )
  const app = new Koa()
  app.use(at('/usersig', within(polluted, issue)))
  app.use(at('/guarded', within(polluted, guard)))
  app.use(at('/webhook/trtc', within(polluted, trtc)))
  app.use(at('/webhook/chat', within(polluted, chat)))
  app.use((ctx) => {
    ctx.body = ctx.path === '/guarded' ? { userId: getUserSig(ctx).userId } : { event: getWebhook(ctx) }
  })
  const { baseUrl, close } = await start(app)
  return { close, ask: askOver(baseUrl) }
})

const at = (path: string, middleware: Middleware): Middleware => {
  return (ctx, next) => (ctx.path === path ? middleware(ctx, next) : next())
}

/** Calls a middleware with the prototype polluted, and what comes after it without. */
function within(polluted: Polluted, middleware: KoaMiddleware): Middleware {
  return async (ctx, next) => {
    let passed = false
    await polluted(() =>
      middleware(ctx, async () => {
        passed = true
      }),
    )
    if (passed) await next()
  }
}
