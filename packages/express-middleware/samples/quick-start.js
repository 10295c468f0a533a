import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'

const app = express()

app.post(
  '/usersig',
  issueUserSig({
    // Demo login, to be replaced: return the UserID of the logged-in user, or null.
    authenticate: (req) => (req.get('authorization') === 'Bearer token-of-alice' ? 'alice' : null),
  }),
)

app.listen(process.env.PORT ?? 3000)
