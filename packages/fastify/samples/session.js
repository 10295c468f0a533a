import cookie from '@fastify/cookie'
import session from '@fastify/session'
import { issueUserSig } from '@usersig/fastify'
import Fastify from 'fastify'

const { SESSION_SECRET } = process.env
if (!SESSION_SECRET) throw new Error('SESSION_SECRET is not set')

const app = Fastify()
app.register(cookie)
app.register(session, { secret: SESSION_SECRET, saveUninitialized: false, cookie: { sameSite: 'lax', secure: 'auto' } })

// Your own login: here it would check a password.
const schema = { body: { type: 'object', required: ['userId'], properties: { userId: { type: 'string' } } } }
app.post('/login', { schema }, (request, reply) => {
  request.session.userId = Object(request.body).userId
  reply.code(204).send()
})

app.post('/usersig', issueUserSig({ authenticate: (request) => request.session.userId }))

await app.listen({ port: Number(process.env.PORT ?? 3000) })
