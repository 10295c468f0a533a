import { getWebhook, requireWebhook } from '@usersig/express-middleware'
import express from 'express'

const app = express()

// Before express.json(): the signature covers the bytes of the body.
app.post('/webhooks/trtc', requireWebhook({ trtcKey: process.env.TRTC_WEBHOOK_KEY, maxAge: 120 }), (req, res) => {
  console.log('event of TRTC', getWebhook(req))
  res.json({ code: 0 })
})

app.post('/webhooks/chat', requireWebhook({ chatToken: process.env.CHAT_WEBHOOK_TOKEN }), (req, res) => {
  console.log('event of Chat', getWebhook(req))
  res.json({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
})

app.use(express.json())
app.listen(process.env.PORT ?? 3000)
