import { sessionUser } from '@usersig/auth'
import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'
import session from 'express-session'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')

const app = express()
app.use(session({ secret: SESSION_SECRET, resave: false, saveUninitialized: false, cookie: { sameSite: 'lax' } }))

// Reads req.session.userId, which your login has set.
app.post('/usersig', issueUserSig({ authenticate: sessionUser() }))

app.listen(process.env.PORT ?? 3000)
