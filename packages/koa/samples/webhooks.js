import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import { getWebhook, requireWebhook } from '@usersig/koa'
import Koa from 'koa'

const router = new Router()
router.post('/webhooks/trtc', requireWebhook({ trtcKey: process.env.TRTC_WEBHOOK_KEY, maxAge: 120 }), (ctx) => {
  console.log('event of TRTC', getWebhook(ctx))
  ctx.body = { code: 0 }
})

router.post('/webhooks/chat', requireWebhook({ chatToken: process.env.CHAT_WEBHOOK_TOKEN }), (ctx) => {
  console.log('event of Chat', getWebhook(ctx))
  ctx.body = { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
})

const app = new Koa()
// Before the parser: the signature covers the bytes of the body.
app.use(router.routes())
app.use(bodyParser())
app.listen(process.env.PORT ?? 3000)
