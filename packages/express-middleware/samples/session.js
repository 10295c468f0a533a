import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'
import session from 'express-session'

const app = express()
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }))

// Your own login: here it would check a password.
app.post('/login', express.json(), (req, res) => {
  req.session.userId = req.body.userId
  res.sendStatus(204)
})

const credentials = {
  sdkAppId: Number(process.env.USERSIG_SDKAPPID),
  secretKey: process.env.USERSIG_SECRETKEY,
}
app.post('/usersig', issueUserSig({ credentials, authenticate: (req) => req.session.userId }))

app.listen(process.env.PORT ?? 3000)
