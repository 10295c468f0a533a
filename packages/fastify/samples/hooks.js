import { issueUserSig, toUserId } from '@usersig/fastify'
import Fastify from 'fastify'

// Replace it with the login of your app, which sets the user on the request.
const users = new Map([['Bearer token-of-alice', { id: '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d' }]])

// A UUID has 36 characters, a UserID at most 32. toUserId maps one to the other, always in the same way.
const issue = issueUserSig({ authenticate: (request) => request.user && toUserId(request.user.id) })

const app = Fastify({ logger: true })
app.decorateRequest('user', null)
app.post('/usersig', {
  ...issue,
  onRequest: (request, _reply, done) => {
    request.user = users.get(request.headers.authorization ?? '') ?? null
    done()
  },
  logLevel: 'warn',
})
await app.listen({ port: Number(process.env.PORT ?? 3000) })
