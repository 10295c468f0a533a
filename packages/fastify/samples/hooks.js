import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/fastify'
import Fastify from 'fastify'

const login = jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE })

const app = Fastify({ logger: true })
app.decorateRequest('userId', null)
app.post('/usersig', {
  ...issueUserSig({ authenticate: (request) => request.userId }),
  // The hook of your other routes, which finds the user for all that follows.
  onRequest: async (request) => {
    request.userId = await login(request)
  },
  logLevel: 'warn',
})
await app.listen({ port: Number(process.env.PORT ?? 3000) })
