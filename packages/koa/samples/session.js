import Router from '@koa/router'
import { sessionUser } from '@usersig/auth'
import { issueUserSig } from '@usersig/koa'
import Koa from 'koa'
import session from 'koa-session'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')

const app = new Koa()
app.keys = [SESSION_SECRET]
app.use(session({ sameSite: 'lax' }, app))

// Reads ctx.session.userId, which your login has set.
const router = new Router()
router.post('/usersig', issueUserSig({ authenticate: sessionUser() }))
app.use(router.routes())

app.listen(process.env.PORT ?? 3000)
