import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/fastify'
import Fastify from 'fastify'

const app = Fastify()

app.post(
  '/usersig',
  issueUserSig({
    authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  }),
)

await app.listen({ port: Number(process.env.PORT ?? 3000) })
