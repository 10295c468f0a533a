import { bodyParser } from '@koa/bodyparser'
import Router from '@koa/router'
import { issueUserSig } from '@usersig/koa'
import Koa from 'koa'
import session from 'koa-session'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')

const app = new Koa()
app.keys = [SESSION_SECRET]
app.use(session({ sameSite: 'lax' }, app))
app.use(bodyParser())

const router = new Router()
// Your own login: here it would check a password.
router.post('/login', (ctx) => {
  if (ctx.session) ctx.session.userId = Object(ctx.request.body).userId
  ctx.status = 204
})
router.post('/usersig', issueUserSig({ authenticate: (ctx) => ctx.session?.userId }))
app.use(router.routes())

app.listen(process.env.PORT ?? 3000)
