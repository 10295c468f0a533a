import cookie from '@fastify/cookie'
import { getUserSig, issueUserSig, requireUserSig } from '@usersig/fastify'
import Fastify from 'fastify'
import { userOfSession } from './session.ts'

const app = Fastify({ logger: { level: 'warn' } })
await app.register(cookie)

// The key comes from USERSIG_SDKAPPID and USERSIG_SECRETKEY.
app.post(
  '/usersig',
  issueUserSig({
    authenticate: (request) => userOfSession(request.cookies['session']),
    // Stands in for your own rules: everybody may listen in the lobby, and there is no other room.
    authorizeRoom: ({ strRoomId }) => (strRoomId === 'lobby' ? 'audience' : null),
  }),
)
app.get('/me', { onRequest: requireUserSig() }, (request) => ({ userId: getUserSig(request).userId }))

const address = await app.listen({ port: Number(process.env['PORT'] ?? 3000) })
console.log(`Listening on ${address}`)
