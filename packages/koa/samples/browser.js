import cors from '@koa/cors'
import { issueUserSig } from '@usersig/koa'
import Koa from 'koa'

const app = new Koa()
app.use(cors({ origin: 'https://app.example.com', credentials: true }))

app.use(
  issueUserSig({
    path: '/usersig',
    authenticate: (ctx) => (ctx.get('authorization') === 'Bearer token-of-alice' ? 'alice' : null),
  }),
)

app.listen(process.env.PORT ?? 3000)
