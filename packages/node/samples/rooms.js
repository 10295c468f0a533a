import { createServer } from 'node:http'
import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/node'

// Replace them with the rooms of your app.
const rooms = [{ number: 10000, host: 'alice' }]

const issue = issueUserSig({
  path: '/usersig',
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  authorizeRoom: ({ userId, roomId }) => {
    const room = rooms.find(({ number }) => number === roomId)
    if (!room) return null
    return room.host === userId ? 'anchor' : 'audience'
  },
  onIssued: (event, req) => console.log('issued', event, 'to', req.socket.remoteAddress),
})

createServer((req, res) => {
  issue(req, res, () => res.end('the rest of your app'))
}).listen(process.env.PORT ?? 3000)
