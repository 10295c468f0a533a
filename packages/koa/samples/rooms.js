import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/koa'
import Koa from 'koa'

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
  onIssued: (event, ctx) => console.log('issued', event, 'to', ctx.ip),
})

const app = new Koa({ proxy: true })
app.use(issue)
app.listen(process.env.PORT ?? 3000)
