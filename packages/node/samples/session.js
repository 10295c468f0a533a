import { createServer } from 'node:http'
import { issueUserSig } from '@usersig/node'
import { getIronSession } from 'iron-session'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set: it needs 32 characters')
const cookie = { password: SESSION_SECRET, cookieName: 'session' }

const issue = issueUserSig({
  path: '/usersig',
  authenticate: async (req, { res }) => {
    // Your login has saved it there.
    const session = await getIronSession(req, res, cookie)
    return session.userId
  },
})

createServer(issue).listen(process.env.PORT ?? 3000)
