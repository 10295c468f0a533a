import { createServer } from 'node:http'
import { metrics, trace } from '@opentelemetry/api'
import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/node'

// The SDK that you start Node.js with (--import) exports it.
const duration = metrics.getMeter('tickets').createHistogram('usersig.request.duration', { unit: 's' })

const issue = issueUserSig({
  path: '/usersig',
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  onOutcome: ({ kind, status, code, duration: seconds }) => {
    duration.record(seconds, { kind, status, code })
    trace.getActiveSpan()?.setAttribute('usersig.code', code)
  },
})

createServer(issue).listen(process.env.PORT ?? 3000)
