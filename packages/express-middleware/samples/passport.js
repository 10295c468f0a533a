import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'
import passport from 'passport'
import { Strategy as BearerStrategy } from 'passport-http-bearer'

const usersByToken = new Map([['token-of-alice', { id: 'alice' }]])
passport.use(new BearerStrategy((token, done) => done(null, usersByToken.get(token) ?? false)))

const issue = issueUserSig({
  credentials: {
    sdkAppId: Number(process.env.USERSIG_SDKAPPID),
    secretKey: process.env.USERSIG_SECRETKEY,
  },
  authenticate: (req) => req.user.id,
})

const app = express()
app.post('/usersig', passport.authenticate('bearer', { session: false }), issue)
app.listen(process.env.PORT ?? 3000)
