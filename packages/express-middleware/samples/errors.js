import { requireUserSig } from '@usersig/express-middleware'
import express from 'express'

const credentials = {
  sdkAppId: Number(process.env.USERSIG_SDKAPPID),
  secretKey: process.env.USERSIG_SECRETKEY,
}

const app = express()
app.use('/chat', requireUserSig({ credentials, passErrors: true }), (_req, res) => res.send('welcome'))

app.use((error, _req, res, _next) => {
  res.status(error.status ?? 500).set(error.headers ?? {})
  res.json({ error: error.code ?? 'unknown' })
})
app.listen(process.env.PORT ?? 3000)
