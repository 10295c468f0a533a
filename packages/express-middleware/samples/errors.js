import { requireUserSig } from '@usersig/express-middleware'
import express from 'express'

const app = express()
app.use('/chat', requireUserSig({ passErrors: true }), (_req, res) => res.send('welcome'))

const answerError = (error, _req, res, _next) => {
  res.status(error.status ?? 500).set(error.headers ?? {})
  res.json({ error: error.code ?? 'unknown' })
}
app.use(answerError)
app.listen(process.env.PORT ?? 3000)
