import { getCallback, requireCallback } from '@usersig/express-middleware'
import express from 'express'

const app = express()

// In front of express.json(): the bytes of the body are what is signed.
app.post('/callbacks/trtc', requireCallback({ trtcKey: process.env.TRTC_CALLBACK_KEY }), (req, res) => {
  const { EventType, EventInfo } = getCallback(req)
  console.log(`event ${EventType} of ${EventInfo.UserId}`)
  res.json({ code: 0 })
})

app.post('/callbacks/chat', requireCallback({ chatToken: process.env.CHAT_CALLBACK_TOKEN }), (req, res) => {
  console.log(getCallback(req).CallbackCommand)
  res.json({ ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' })
})

app.use(express.json())
app.listen(process.env.PORT ?? 3000)
