import { getUserSig, requireUserSig } from '@usersig/express-middleware'
import express from 'express'

const app = express()
app.get('/me', requireUserSig(), (req, res) => {
  const { userId, expiresAt } = getUserSig(req)
  res.json({ userId, expiresAt })
})
app.listen(process.env.PORT ?? 3000)
