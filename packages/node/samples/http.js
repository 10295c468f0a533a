import { createServer } from 'node:http'
import { createUserSigListener, createUserSignerFromEnv } from '@usersig/node'

const issue = createUserSigListener({
  path: '/usersig',
  signer: createUserSignerFromEnv(),
  authenticate: (req) => userOfToken(req.headers.authorization),
})

// Stands for the login of your app.
const users = new Map([
  ['Bearer token-of-alice', 'alice'],
  ['Bearer token-of-bob', 'bob'],
])

function userOfToken(header) {
  return users.get(header)
}

createServer(issue).listen(process.env.PORT ?? 3000)
