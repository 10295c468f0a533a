import { issueUserSig } from '@usersig/koa'
import Koa from 'koa'

// Replace them with the login and the rooms of your app.
const users = [
  { id: 'alice', token: 'token-of-alice' },
  { id: 'bob', token: 'token-of-bob' },
]
const rooms = [{ number: 10000, host: 'alice' }]

const issue = issueUserSig({
  path: '/usersig',
  authenticate: (ctx) => users.find(({ token }) => ctx.get('authorization') === `Bearer ${token}`)?.id,
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
