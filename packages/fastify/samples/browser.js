import cors from '@fastify/cors'
import { issueUserSig } from '@usersig/fastify'
import Fastify from 'fastify'

const app = Fastify()
app.register(cors, { origin: 'https://app.example.com', credentials: true })

const issue = issueUserSig({
  authenticate: (request) => (request.headers.authorization === 'Bearer token-of-alice' ? 'alice' : null),
})
app.post('/usersig', issue)

await app.listen({ port: Number(process.env.PORT ?? 3000) })
