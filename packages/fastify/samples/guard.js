import { getUserSig, requireUserSig } from '@usersig/fastify'
import Fastify from 'fastify'

const app = Fastify()
app.get('/me', { onRequest: requireUserSig() }, (request) => {
  const { userId, expiresAt } = getUserSig(request)
  return { userId, expiresAt }
})
await app.listen({ port: Number(process.env.PORT ?? 3000) })
