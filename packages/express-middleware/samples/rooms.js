import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'

// Replace them with the rooms of your app.
const rooms = [{ number: 10000, host: 'alice' }]

const issue = issueUserSig({
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
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
