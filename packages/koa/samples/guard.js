import Router from '@koa/router'
import { getUserSig, requireUserSig } from '@usersig/koa'
import Koa from 'koa'

const router = new Router()
router.get('/me', requireUserSig(), (ctx) => {
  const { userId, expiresAt } = getUserSig(ctx)
  ctx.body = { userId, expiresAt }
})

const app = new Koa()
app.use(router.routes())
app.listen(process.env.PORT ?? 3000)
