import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'

const hosts = new Map([[10000, 'alice']])

const issue = issueUserSig({
  credentials: {
    sdkAppId: Number(process.env.USERSIG_SDKAPPID),
    secretKey: process.env.USERSIG_SECRETKEY,
  },
  authenticate: (req) => userOfToken(req.get('authorization')),
  authorizeRoom: ({ userId, roomId }) => {
    if (!hosts.has(roomId)) return null
    return hosts.get(roomId) === userId ? 'anchor' : 'audience'
  },
  onIssued: (event, req) => console.log('issued', event, 'to', req.ip),
})

// Stands for the login of your app.
const users = new Map([
  ['Bearer token-of-alice', 'alice'],
  ['Bearer token-of-bob', 'bob'],
])

function userOfToken(header) {
  return users.get(header)
}

const app = express()
app.set('trust proxy', 1)
app.post('/usersig', issue)
app.listen(process.env.PORT ?? 3000)
