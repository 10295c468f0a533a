import { getUserSig, issueUserSig, requireUserSig } from '@usersig/node'
import connect from 'connect'

// Replace it with the login of your app.
const users = [{ id: 'bob', token: 'token-of-bob' }]

const app = connect()

app.use(
  '/usersig',
  issueUserSig({
    authenticate: (req) => users.find(({ token }) => req.headers.authorization === `Bearer ${token}`)?.id,
  }),
)

app.use('/me', requireUserSig())
app.use('/me', (req, res) => {
  const { userId, expiresAt } = getUserSig(req)
  res.end(JSON.stringify({ userId, expiresAt }))
})

app.listen(process.env.PORT ?? 3000)
