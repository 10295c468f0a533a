import { createUserSigListener, createUserSignerFromEnv, getUserSig, requireUserSig } from '@usersig/node'
import connect from 'connect'

const signer = createUserSignerFromEnv()
const app = connect()

app.use('/usersig', createUserSigListener({ signer, authenticate: (req) => userOfToken(req.headers.authorization) }))

app.use('/me', requireUserSig({ signer }))
app.use('/me', (req, res) => {
  const { userId, expiresAt } = getUserSig(req)
  res.end(JSON.stringify({ userId, expiresAt }))
})

// Stands for the login of your app.
const users = new Map([
  ['Bearer token-of-alice', 'alice'],
  ['Bearer token-of-bob', 'bob'],
])

function userOfToken(header) {
  return users.get(header)
}

app.listen(process.env.PORT ?? 3000)
