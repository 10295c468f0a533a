import { createServer } from 'node:http'
import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/node'

const issue = issueUserSig({
  path: '/usersig',
  authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
})

createServer(issue).listen(process.env.PORT ?? 3000)
