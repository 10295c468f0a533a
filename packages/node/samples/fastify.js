import { issueUserSig } from '@usersig/node'
import Fastify from 'fastify'

const issue = issueUserSig({
  authenticate: (req) => (req.headers.authorization === 'Bearer token-of-alice' ? 'alice' : null),
})

const app = Fastify()
app.post('/usersig', (request, reply) => {
  reply.hijack()
  issue(Object.assign(request.raw, { body: request.body }), reply.raw)
})

await app.listen({ port: Number(process.env.PORT ?? 3000) })
