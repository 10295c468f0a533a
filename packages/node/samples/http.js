import { createServer } from 'node:http'
import { issueUserSig } from '@usersig/node'

// Replace it with the login of your app.
const users = [{ id: 'alice', token: 'token-of-alice' }]

const issue = issueUserSig({
  path: '/usersig',
  authenticate: (req) => users.find(({ token }) => req.headers.authorization === `Bearer ${token}`)?.id,
})

createServer(issue).listen(process.env.PORT ?? 3000)
