import { jwt } from '@usersig/auth'
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
    authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  }),
)

app.listen(process.env.PORT ?? 3000)
