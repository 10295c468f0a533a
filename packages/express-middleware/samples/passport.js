import { passportUser } from '@usersig/auth'
import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'
import session from 'express-session'
import passport from 'passport'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')

const app = express()
app.use(session({ secret: SESSION_SECRET, resave: false, saveUninitialized: false, cookie: { sameSite: 'lax' } }))
app.use(passport.session())

// Your strategies and login routes stay as they are. This reads req.user.id, which they lead to.
app.post('/usersig', issueUserSig({ authenticate: passportUser() }))

app.listen(process.env.PORT ?? 3000)
