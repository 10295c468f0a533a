import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'
import { rateLimit } from 'express-rate-limit'
import session from 'express-session'
import { Redis } from 'ioredis'
import { RedisStore } from 'rate-limit-redis'

// Several processes count together in one Redis; without it, each counts on its own.
const redis = process.env.REDIS_URL
  ? new Redis(process.env.REDIS_URL, { lazyConnect: true, enableOfflineQueue: false, commandTimeout: 500 })
  : undefined
redis?.on('error', (error) => console.error('Redis:', error.message))
await redis?.connect()

const limitTickets = rateLimit({
  windowMs: 60_000,
  limit: 30,
  skip: (req) => !req.session.userId, // gets 401, and no ticket
  keyGenerator: (req) => req.session.userId,
  store: redis && new RedisStore({ prefix: 'tickets:', sendCommand: (...command) => redis.call(...command) }),
  passOnStoreError: true,
  standardHeaders: 'draft-8',
  legacyHeaders: false,
  handler: (_req, res) => {
    res.status(429).type('application/problem+json').set('Cache-Control', 'no-store')
    res.json({
      type: 'urn:usersig:problem:rate_limited',
      title: 'Too many tickets',
      status: 429,
      detail: 'wait as long as Retry-After says, and keep the ticket until it expires',
      code: 'rate_limited',
    })
  },
})

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
app.post('/usersig', limitTickets, issueUserSig({ credentials, authenticate: (req) => req.session.userId }))

app.listen(process.env.PORT ?? 3000)
