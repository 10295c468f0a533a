import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/express-middleware'
import express from 'express'

const app = express()

app.post(
  '/usersig',
  issueUserSig({
    authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  }),
)

app.listen(process.env.PORT ?? 3000)
