import { issueUserSig } from '@usersig/koa'
import Koa from 'koa'

const app = new Koa()

// In place of this header: the session, cookie or token by which your app knows its users.
app.use(issueUserSig({ path: '/usersig', authenticate: (ctx) => ctx.get('x-demo-user') || null }))

app.listen(process.env.PORT ?? 3000)
