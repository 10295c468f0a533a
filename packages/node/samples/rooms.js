import { createServer } from 'node:http'
import { issueUserSig } from '@usersig/node'

// Replace them with the login and the rooms of your app.
const users = [
  { id: 'alice', token: 'token-of-alice' },
  { id: 'bob', token: 'token-of-bob' },
]
const rooms = [{ number: 10000, host: 'alice' }]

const issue = issueUserSig({
  path: '/usersig',
  authenticate: (req) => users.find(({ token }) => req.headers.authorization === `Bearer ${token}`)?.id,
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
