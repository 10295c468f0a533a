import { issueUserSig } from '@usersig/fastify'
import Fastify from 'fastify'

const app = Fastify()

// In place of this header: the session, cookie or token by which your app knows its users.
app.post('/usersig', issueUserSig({ authenticate: (request) => request.headers['x-demo-user']?.toString() }))

await app.listen({ port: Number(process.env.PORT ?? 3000) })
