import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/fastify'
import Fastify from 'fastify'

// Replace them with the rooms of your app.
const rooms = [{ number: 10000, host: 'alice' }]

const issue = issueUserSig({
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  authorizeRoom: ({ userId, roomId }) => {
    const room = rooms.find(({ number }) => number === roomId)
    if (!room) return null
    return room.host === userId ? 'anchor' : 'audience'
  },
  onIssued: (event, request) => request.log.info({ event, ip: request.ip }, 'issued'),
})

const app = Fastify({ logger: true, trustProxy: true })
app.post('/usersig', issue)
await app.listen({ port: Number(process.env.PORT ?? 3000) })
