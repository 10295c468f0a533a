import { createServer } from 'node:http'
import { getWebhook, requireWebhook } from '@usersig/node'

const guard = requireWebhook({ trtcKey: process.env.TRTC_WEBHOOK_KEY, maxAge: 120 }) // or chatToken, for Chat

createServer((req, res) => {
  guard(req, res, () => {
    console.log('event', getWebhook(req))
    res.end('{"code":0}')
  })
}).listen(process.env.PORT ?? 3000)
