import rateLimit from '@fastify/rate-limit'
import { getClaims, jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/fastify'
import Fastify from 'fastify'
import { Redis } from 'ioredis'

// One process counts in its memory; several count together in Redis.
const redis = process.env.REDIS_URL ? new Redis(process.env.REDIS_URL, { enableOfflineQueue: false }) : undefined
redis?.on('error', (error) => console.error('Redis:', error.message))

const app = Fastify()
await app.register(rateLimit, { global: false, ...(redis && { redis }) })
const check = app.createRateLimit({
  max: 30,
  timeWindow: '1 minute',
  keyGenerator: (request) => getClaims(request).sub ?? request.ip,
})

const issue = issueUserSig({
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  // If Redis fails, this throws: the request passes, and the error is logged.
  limit: async (_user, request) => {
    const found = await check(request)
    return !found.isAllowed && found.isExceeded ? { retryAfter: found.ttlInSeconds } : null
  },
})
app.post('/usersig', issue)
await app.listen({ port: Number(process.env.PORT ?? 3000) })
