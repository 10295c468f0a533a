import { createServer } from 'node:http'
import { createUserSigListener, createUserSignerFromEnv } from '@usersig/node'

const hosts = new Map([[10000, 'alice']])

const issue = createUserSigListener({
  path: '/usersig',
  signer: createUserSignerFromEnv({ userIdRule: 'trtc' }),
  authenticate: (req) => userOfToken(req.headers.authorization),
  authorizeRoom: ({ userId, roomId }) => {
    if (!hosts.has(roomId)) return null
    return hosts.get(roomId) === userId ? 'anchor' : 'audience'
  },
  onIssued: (event, req) => console.log('issued', event, 'to', req.socket.remoteAddress),
})

// Stands for the login of your app.
const users = new Map([
  ['Bearer token-of-alice', 'alice'],
  ['Bearer token-of-bob', 'bob'],
])

function userOfToken(header) {
  return users.get(header)
}

createServer((req, res) => {
  issue(req, res, () => res.end('the rest of your app'))
}).listen(process.env.PORT ?? 3000)
