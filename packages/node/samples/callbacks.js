import { createServer } from 'node:http'
import { getCallback, requireCallback } from '@usersig/node'

const guard = requireCallback({ trtcKey: process.env.TRTC_CALLBACK_KEY }) // or chatToken, for Chat and Live

createServer((req, res) => {
  guard(req, res, () => {
    const { EventType, EventInfo } = getCallback(req)
    console.log(`event ${EventType} of ${EventInfo.UserId}`)
    res.end('{"code":0}')
  })
}).listen(process.env.PORT ?? 3000)
