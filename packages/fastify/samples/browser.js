import cors from '@fastify/cors'
import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/fastify'
import Fastify from 'fastify'

const app = Fastify()
app.register(cors, { origin: 'https://app.example.com', credentials: true })

const issue = issueUserSig({
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
})
app.post('/usersig', issue)

await app.listen({ port: Number(process.env.PORT ?? 3000) })
