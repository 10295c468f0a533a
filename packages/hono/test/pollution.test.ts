import { WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { describePollution, type Polluted } from '@usersig/contract/pollution'
import { Hono, type MiddlewareHandler } from 'hono'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'

const { chatToken } = WEBHOOK_OPTIONS.chat

describePollution('Hono', [issueUserSig, requireUserSig, requireWebhook], async (polluted) => {
  const [issue, guard, trtc, chat] = await polluted(
    () =>
      [
        issueUserSig({ authenticate: async (c) => c.req.header('x-test-user') }),
        requireUserSig(),
        requireWebhook({ trtcKey: 'the key of TRTC' }),
        requireWebhook({ chatToken }),
      ] as const,
  )
  const app = new Hono()
    .post('/usersig', (c) => polluted(() => issue(c)))
    .get('/guarded', within(polluted, guard), (c) => c.json({ userId: getUserSig(c).userId }))
    .post('/webhook/trtc', within(polluted, trtc), (c) => c.json({ event: getWebhook(c) }))
    .post('/webhook/chat', within(polluted, chat), (c) => c.json({ event: getWebhook(c) }))
  return {
    async ask({ path, query = '', method, headers, body }) {
      const init = { method, headers, ...(body !== undefined && { body }) }
      const request = new Request(`https://example.com${path}${query}`, init)
      const response = await app.fetch(request)
      return { status: response.status, body: await response.text() }
    },
  }
})

/** Calls a guard with the prototype polluted, and what comes after it without: Hono's own answers are not tried here. */
function within(polluted: Polluted, guard: MiddlewareHandler): MiddlewareHandler {
  return async (c, next) => {
    let passed = false
    const refusal = await polluted(() =>
      guard(c, async () => {
        passed = true
      }),
    )
    if (!passed) return refusal
    await next()
  }
}
