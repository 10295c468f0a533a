import { issueUserSig } from '@usersig/fastify'
import Fastify from 'fastify'

const app = Fastify()

app.post(
  '/usersig',
  issueUserSig({
    // Demo login, to be replaced: return the UserID of the logged-in user, or null.
    authenticate: ({ headers }) => (headers.authorization === 'Bearer token-of-alice' ? 'alice' : null),
  }),
)

await app.listen({ port: Number(process.env.PORT ?? 3000) })
