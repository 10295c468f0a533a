import { issueUserSig } from '@usersig/node'
import Koa from 'koa'

const issue = issueUserSig({
  path: '/usersig',
  authenticate: (req) => (req.headers.authorization === 'Bearer token-of-alice' ? 'alice' : null),
})

const app = new Koa()
app.use((ctx, next) => {
  if (ctx.path !== '/usersig') return next()
  ctx.respond = false
  // A body parser before it would leave ctx.request.body: pass Object.assign(ctx.req, { body: ctx.request.body }).
  issue(ctx.req, ctx.res)
})

app.listen(process.env.PORT ?? 3000)
