import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'

// Replace them with the login and the rooms of your app.
const users = [
  { id: 'alice', token: 'token-of-alice' },
  { id: 'bob', token: 'token-of-bob' },
]
const rooms = [{ number: 10000, host: 'alice' }]

const issue = issueUserSig({
  authenticate: (req) => users.find(({ token }) => req.get('authorization') === `Bearer ${token}`)?.id,
  authorizeRoom: ({ userId, roomId }) => {
    const room = rooms.find(({ number }) => number === roomId)
    if (!room) return null
    return room.host === userId ? 'anchor' : 'audience'
  },
  onIssued: (event, req) => console.log('issued', event, 'to', req.ip),
})

const app = express()
app.set('trust proxy', 1)
app.post('/usersig', issue)
app.listen(process.env.PORT ?? 3000)
