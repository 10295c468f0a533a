import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'
import session from 'express-session'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')

const app = express()
app.use(session({ secret: SESSION_SECRET, resave: false, saveUninitialized: false, cookie: { sameSite: 'lax' } }))

// Your own login: here it would check a password.
app.post('/login', express.json(), (req, res) => {
  req.session.userId = req.body.userId
  res.sendStatus(204)
})

app.post('/usersig', issueUserSig({ authenticate: (req) => req.session.userId }))

app.listen(process.env.PORT ?? 3000)
