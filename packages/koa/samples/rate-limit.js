import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/koa'
import { Redis } from 'ioredis'
import Koa from 'koa'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'

// One process counts in its memory; several count together in Redis.
const storeClient = process.env.REDIS_URL && new Redis(process.env.REDIS_URL, { enableOfflineQueue: false })
if (storeClient) storeClient.on('error', (error) => console.error('Redis:', error.message))
const perMinute = { points: 30, duration: 60 }
const limiter = storeClient ? new RateLimiterRedis({ storeClient, ...perMinute }) : new RateLimiterMemory(perMinute)

const issue = issueUserSig({
  path: '/usersig',
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  // A rejection that is an Error means that Redis failed: the request passes, and the error is logged.
  limit: ({ userId }) =>
    limiter.consume(userId).then(
      () => null,
      (why) => (why instanceof Error ? Promise.reject(why) : { retryAfter: why.msBeforeNext / 1000 }),
    ),
})

const app = new Koa()
app.use(issue)
app.listen(process.env.PORT ?? 3000)
