import { createServer } from 'node:http'
import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/node'
import { Histogram, register } from 'prom-client'

// Its _count says how many there were, by code.
const duration = new Histogram({
  name: 'usersig_request_duration_seconds',
  help: 'How long requests for tickets were worked on',
  labelNames: ['status', 'code'],
})

const issue = issueUserSig({
  path: '/usersig',
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  onOutcome: ({ status, code, duration: seconds }) => duration.observe({ status, code }, seconds),
})

createServer(issue).listen(process.env.PORT ?? 3000)

// For Prometheus, and not for clients: a port of its own.
const metrics = createServer(async (_req, res) => {
  res.setHeader('content-type', register.contentType)
  res.end(await register.metrics())
})
metrics.listen(Number(process.env.METRICS_PORT ?? 9464), '127.0.0.1')
