import { once } from 'node:events'
import { WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import { askOver, describePollution, type Polluted } from '@usersig/contract/pollution'
import fastify, { type FastifyReply, type FastifyRequest } from 'fastify'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'
import { start } from './apps.ts'

const { chatToken } = WEBHOOK_OPTIONS.chat

describePollution('Fastify', [issueUserSig, requireUserSig, requireWebhook], async (polluted) => {
  const [issue, guard, trtc, chat] = await polluted(
    () =>
      [
        issueUserSig({ authenticate: async ({ headers }) => headers['x-test-user']?.toString() }),
        requireUserSig(),
        requireWebhook({ trtcKey: 'the key of TRTC' }),
        requireWebhook({ chatToken }),
      ] as const,
  )
  const app = fastify()
  const within = { onRequest: pollute(polluted) }
  app.post('/usersig', { ...within, ...issue })
  app.get('/guarded', { ...within, preHandler: guard }, (request) => ({ userId: getUserSig(request).userId }))
  app.post('/webhook/trtc', { ...within, preParsing: trtc }, (request) => ({ event: getWebhook(request) }))
  app.post('/webhook/chat', { ...within, preParsing: chat }, (request) => ({ event: getWebhook(request) }))
  const { baseUrl, close } = await start(app)
  return { close, ask: askOver(baseUrl) }
})

/** Answers a request with the prototype polluted. */
function pollute(polluted: Polluted) {
  return (_request: FastifyRequest, { raw }: FastifyReply, done: () => void) => {
    void polluted(async () => {
      const closed = once(raw, 'close')
      done()
      await closed
    })
  }
}
