import cors from '@koa/cors'
import { jwt } from '@usersig/auth'
import { issueUserSig } from '@usersig/koa'
import Koa from 'koa'

const app = new Koa()
app.use(cors({ origin: 'https://app.example.com', credentials: true }))

app.use(
  issueUserSig({
    path: '/usersig',
    authenticate: jwt({ issuer: process.env.LOGIN_ISSUER, audience: process.env.LOGIN_AUDIENCE }),
  }),
)

app.listen(process.env.PORT ?? 3000)
