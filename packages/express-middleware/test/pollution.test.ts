import { once } from 'node:events'
import { WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { askOver, describePollution, type Polluted } from '@usersig/contract/pollution'
import express, { type RequestHandler } from 'express'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'
import { start } from './apps.ts'

const { trtcKey } = WEBHOOK_OPTIONS.trtc
const { chatToken } = WEBHOOK_OPTIONS.chat

describePollution('Express', [issueUserSig, requireUserSig, requireWebhook], async (polluted) => {
  const [issue, guard, trtc, chat] = await polluted(() => [
    issueUserSig({ authenticate: async (req) => req.get('x-test-user') }),
    requireUserSig(),
    requireWebhook({ trtcKey }),
    requireWebhook({ chatToken }),
  ])
  const app = express()
  app.post('/usersig', within(polluted, issue))
  app.get('/guarded', within(polluted, guard), (req, res) => res.json({ userId: getUserSig(req).userId }))
  app.post('/webhook/trtc', within(polluted, trtc), (req, res) => res.json({ event: getWebhook(req) }))
  app.post('/webhook/chat', within(polluted, chat), (req, res) => res.json({ event: getWebhook(req) }))
  const { baseUrl, close } = await start(app)
  return { close, ask: askOver(baseUrl) }
})

/** Calls a handler with the prototype polluted, until it has handed the request on or answered it. */
function within(polluted: Polluted, handler: RequestHandler | undefined): RequestHandler {
  return async (req, res, next) => {
    const given = await polluted(async () => {
      const passed = new Promise<unknown[]>((resolve) => handler?.(req, res, (...args: unknown[]) => resolve(args)))
      return await Promise.race([passed, once(res, 'close').then(() => undefined)])
    })
    if (given) next(...(given as []))
  }
}
