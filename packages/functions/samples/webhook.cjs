const { getWebhook, requireWebhook } = require('@usersig/functions')

exports.handler = requireWebhook({ trtcKey: process.env.TRTC_WEBHOOK_KEY, maxAge: 120 })((event) => {
  const { EventType, EventInfo } = getWebhook(event)
  console.log(`event ${EventType} of ${EventInfo.UserId}`)
  return { statusCode: 200, headers: { 'content-type': 'application/json' }, body: '{"code":0}' }
})
