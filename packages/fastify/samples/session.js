import cookie from '@fastify/cookie'
import session from '@fastify/session'
import { sessionUser } from '@usersig/auth'
import { issueUserSig } from '@usersig/fastify'
import Fastify from 'fastify'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')

const app = Fastify()
app.register(cookie)
app.register(session, { secret: SESSION_SECRET, saveUninitialized: false, cookie: { sameSite: 'lax', secure: 'auto' } })

// Reads request.session.userId, which your login has set.
app.post('/usersig', issueUserSig({ authenticate: sessionUser() }))

await app.listen({ port: Number(process.env.PORT ?? 3000) })
