import { getWebhook, requireWebhook } from '@usersig/fastify'
import Fastify from 'fastify'

const app = Fastify({ logger: true })

const fromTrtc = requireWebhook({ trtcKey: process.env.TRTC_WEBHOOK_KEY, maxAge: 120 })
app.post('/webhooks/trtc', { preParsing: fromTrtc }, (request) => {
  request.log.info({ event: getWebhook(request) }, 'event of TRTC')
  return { code: 0 }
})

const fromChat = requireWebhook({ chatToken: process.env.CHAT_WEBHOOK_TOKEN })
app.post('/webhooks/chat', { preParsing: fromChat }, (request) => {
  request.log.info({ event: getWebhook(request) }, 'event of Chat')
  return { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
})

await app.listen({ port: Number(process.env.PORT ?? 3000) })
