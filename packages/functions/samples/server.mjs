import { createServer } from 'node:http'
import { issueUserSig, toUserId } from '@usersig/node'
import { userOfSession } from './login.cjs'

const issue = issueUserSig({
  path: '/usersig',
  authenticate: async (request) => {
    const id = await userOfSession(request.headers.cookie)
    return id && toUserId(id)
  },
})
createServer(issue).listen(9000, '0.0.0.0')
