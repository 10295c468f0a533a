import { issueUserSig } from '@usersig/express-middleware'
import cors from 'cors'
import express from 'express'
import helmet from 'helmet'

const app = express()
app.use(helmet())

app.use(
  '/usersig',
  cors({ origin: 'https://app.example.com', credentials: true }),
  issueUserSig({
    authenticate: (req) => (req.get('authorization') === 'Bearer token-of-alice' ? 'alice' : null),
  }),
)

app.listen(process.env.PORT ?? 3000)
