import { createServer } from 'node:http'
import { metrics, trace } from '@opentelemetry/api'
import { issueUserSig } from '@usersig/node'

// Replace it with the login of your app.
const users = [{ id: 'alice', token: 'token-of-alice' }]

// The SDK that you start Node.js with (--import) exports it.
const duration = metrics.getMeter('tickets').createHistogram('usersig.request.duration', { unit: 's' })

const issue = issueUserSig({
  path: '/usersig',
  authenticate: (req) => users.find(({ token }) => req.headers.authorization === `Bearer ${token}`)?.id,
  onOutcome: ({ kind, status, code, duration: seconds }) => {
    duration.record(seconds, { kind, status, code })
    trace.getActiveSpan()?.setAttribute('usersig.code', code)
  },
})

createServer(issue).listen(process.env.PORT ?? 3000)
