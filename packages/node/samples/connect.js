import { jwt } from '@usersig/auth'
import { getUserSig, issueUserSig, requireUserSig } from '@usersig/node'
import connect from 'connect'

const app = connect()

app.use(
  '/usersig',
  issueUserSig({
    authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  }),
)

app.use('/me', requireUserSig())
app.use('/me', (req, res) => {
  const { userId, expiresAt } = getUserSig(req)
  res.end(JSON.stringify({ userId, expiresAt }))
})

app.listen(process.env.PORT ?? 3000)
