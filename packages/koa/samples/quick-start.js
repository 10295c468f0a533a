import { issueUserSig } from '@usersig/koa'
import Koa from 'koa'

const app = new Koa()

app.use(
  issueUserSig({
    path: '/usersig',
    // Demo login, to be replaced: return the UserID of the logged-in user, or null.
    authenticate: (ctx) => (ctx.get('authorization') === 'Bearer token-of-alice' ? 'alice' : null),
  }),
)

app.listen(process.env.PORT ?? 3000)
