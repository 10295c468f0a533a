import Router from '@koa/router'
import { passportUser } from '@usersig/auth'
import { issueUserSig } from '@usersig/koa'
import Koa from 'koa'

const app = new Koa()
// Your login comes here, such as passport.session() of koa-passport, and sets ctx.state.user.

// Reads ctx.state.user.id.
const router = new Router({ prefix: '/api' })
router.post('/usersig', issueUserSig({ authenticate: passportUser() }))
app.use(router.routes())
app.listen(process.env.PORT ?? 3000)
