import { issueUserSig } from '@usersig/express-middleware'
import cors from 'cors'
import express from 'express'
import { rateLimit } from 'express-rate-limit'
import session from 'express-session'
import helmet from 'helmet'

const app = express()
app.use(helmet())
app.use(session({ secret: process.env.SESSION_SECRET, resave: false, saveUninitialized: false }))

app.use(
  '/usersig',
  cors({ origin: 'https://app.example.com', credentials: true }),
  rateLimit({ windowMs: 60_000, limit: 10 }),
  issueUserSig({
    credentials: {
      sdkAppId: Number(process.env.USERSIG_SDKAPPID),
      secretKey: process.env.USERSIG_SECRETKEY,
    },
    authenticate: (req) => req.session.userId,
  }),
)

app.listen(process.env.PORT ?? 3000)
