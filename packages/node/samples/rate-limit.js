import { createServer } from 'node:http'
import { createUserSigListener, createUserSignerFromEnv } from '@usersig/node'
import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible'

// Each process counts on its own; RateLimiterRedis of the same package counts for all.
const limiter = new RateLimiterMemory({ points: 30, duration: 60 })

const issue = createUserSigListener({
  path: '/usersig',
  signer: createUserSignerFromEnv(),
  authenticate: (req) => userOfToken(req.headers.authorization),
})

// Stands for the login of your app.
const users = new Map([
  ['Bearer token-of-alice', 'alice'],
  ['Bearer token-of-bob', 'bob'],
])

function userOfToken(header) {
  return users.get(header)
}

createServer(async (req, res) => {
  // Who is not logged in gets 401 and no ticket, and is not counted.
  const user = req.method === 'POST' ? userOfToken(req.headers.authorization) : undefined
  const refused = user && (await limiter.consume(user).then(() => undefined, toRefusal))
  if (refused) res.writeHead(429, refused.headers).end(refused.body)
  else issue(req, res)
}).listen(process.env.PORT ?? 3000)

function toRefusal(error) {
  if (!(error instanceof RateLimiterRes)) throw error
  const headers = {
    'content-type': 'application/problem+json',
    'cache-control': 'no-store',
    'retry-after': Math.ceil(error.msBeforeNext / 1000),
  }
  const detail = 'wait as long as Retry-After says, and keep the ticket until it expires'
  const type = 'urn:usersig:problem:rate_limited'
  return {
    headers,
    body: JSON.stringify({ type, title: 'Too many tickets', status: 429, detail, code: 'rate_limited' }),
  }
}
