import { getUserSig, requireUserSig } from '@usersig/express-middleware'
import express from 'express'

const credentials = {
  sdkAppId: Number(process.env.USERSIG_SDKAPPID),
  secretKey: process.env.USERSIG_SECRETKEY,
}

const app = express()
app.get('/me', requireUserSig({ credentials }), (req, res) => {
  const { userId, expiresAt } = getUserSig(req)
  res.json({ userId, expiresAt })
})
app.listen(process.env.PORT ?? 3000)
