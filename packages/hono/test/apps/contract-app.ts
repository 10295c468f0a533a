import { guardOptions, issueOptions, liveOptions, WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { createSignerResolver } from '@usersig/core/endpoint'
import { type Context, Hono } from 'hono'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../../src/index.ts'

const readHeader = (c: Context, name: string) => c.req.header(name)
const sendUser = (c: Context) => c.json({ userId: getUserSig(c).userId })
const sendEvent = (c: Context) => c.json({ event: getWebhook(c) })
const live = liveOptions(readHeader)
const signer = createSignerResolver({ ...live.keys, onError: () => {} })

/** Puts the routes of the contract into an app. */
export function withContract(app: Hono): Hono {
  app.all('/usersig', issueUserSig(issueOptions(readHeader)))
  app.get('/guarded', requireUserSig(guardOptions()), sendUser)
  app.all('/live', issueUserSig({ signer, ...live.issue }))
  app.get('/live-guarded', requireUserSig({ signer, ...live.guard }), sendUser)
  app.post('/webhook/trtc', requireWebhook(WEBHOOK_OPTIONS.trtc), sendEvent)
  app.post('/webhook/chat', requireWebhook(WEBHOOK_OPTIONS.chat), sendEvent)
  return app
}

/** The app of the contract. */
export const app: Hono = withContract(new Hono())
