import { issueUserSig, toUserId } from '@usersig/express-middleware'
import express from 'express'
import passport from 'passport'
import { Strategy as BearerStrategy } from 'passport-http-bearer'

const users = [{ id: '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d', token: 'token-of-alice' }]
passport.use(new BearerStrategy((token, done) => done(null, users.find((user) => user.token === token) ?? false)))

// A UUID has 36 characters, a UserID at most 32. toUserId maps one to the other, always in the same way.
const issue = issueUserSig({ authenticate: (req) => req.user && toUserId(req.user.id) })

const app = express()
app.post('/usersig', passport.authenticate('bearer', { session: false }), issue)
app.listen(process.env.PORT ?? 3000)
