import { createServer } from 'node:http'
import { issueUserSig } from '@usersig/node'
import { Histogram, register } from 'prom-client'

// Replace it with the login of your app.
const users = [{ id: 'alice', token: 'token-of-alice' }]

// Its _count says how many there were, by code.
const duration = new Histogram({
  name: 'usersig_request_duration_seconds',
  help: 'How long requests for tickets were worked on',
  labelNames: ['status', 'code'],
})

const issue = issueUserSig({
  path: '/usersig',
  authenticate: (req) => users.find(({ token }) => req.headers.authorization === `Bearer ${token}`)?.id,
  onOutcome: ({ status, code, duration: seconds }) => duration.observe({ status, code }, seconds),
})

createServer(issue).listen(process.env.PORT ?? 3000)

// For Prometheus, and not for clients: a port of its own.
const metrics = createServer(async (_req, res) => {
  res.setHeader('content-type', register.contentType)
  res.end(await register.metrics())
})
metrics.listen(Number(process.env.METRICS_PORT ?? 9464), '127.0.0.1')
