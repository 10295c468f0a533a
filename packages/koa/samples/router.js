import Router from '@koa/router'
import { issueUserSig, toUserId } from '@usersig/koa'
import Koa from 'koa'

// Replace it with the login of your app, which sets ctx.state.
const users = new Map([['Bearer token-of-alice', { id: '0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d' }]])

const app = new Koa()
app.use((ctx, next) => {
  ctx.state.user = users.get(ctx.get('authorization'))
  return next()
})

// A UUID has 36 characters, a UserID at most 32. toUserId maps one to the other, always in the same way.
const issue = issueUserSig({ authenticate: (ctx) => ctx.state.user && toUserId(ctx.state.user.id) })

const router = new Router({ prefix: '/api' })
router.post('/usersig', issue)
app.use(router.routes())
app.listen(process.env.PORT ?? 3000)
