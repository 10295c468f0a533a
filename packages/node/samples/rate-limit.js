import { createServer } from 'node:http'
import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/node'
import { Redis } from 'ioredis'
import { RateLimiterMemory, RateLimiterRedis } from 'rate-limiter-flexible'

// One process counts in its memory; several count together in Redis.
const storeClient = process.env.REDIS_URL && new Redis(process.env.REDIS_URL, { enableOfflineQueue: false })
if (storeClient) storeClient.on('error', (error) => console.error('Redis:', error.message))
const perMinute = { points: 30, duration: 60 }
const limiter = storeClient ? new RateLimiterRedis({ storeClient, ...perMinute }) : new RateLimiterMemory(perMinute)

const issue = issueUserSig({
  path: '/usersig',
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  // If Redis fails, the request passes, and the error is logged.
  limit: ({ userId }) =>
    limiter.consume(userId).then(
      () => null,
      (why) => (why instanceof Error ? Promise.reject(why) : { retryAfter: why.msBeforeNext / 1000 }),
    ),
})

createServer(issue).listen(process.env.PORT ?? 3000)
