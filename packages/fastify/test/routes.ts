import type { Http2ServerRequest } from 'node:http2'
import Fastify, { type FastifyRequest } from 'fastify'
import { getUserSig, getWebhook, issueUserSig, requireUserSig, requireWebhook } from '../src/index.ts'

/*
 * Nobody runs this: routes of many kinds, which have to take the handler and the hooks as they are, with the types of
 * Fastify 5 and of Fastify 4.
 */
const options = { credentials: { sdkAppId: 1400000000, secretKey: '5bd2' }, authenticate: () => 'alice' }
const issue = issueUserSig(options)
const guard = requireUserSig(options)
const webhook = requireWebhook({ trtcKey: 'key' })

interface Me {
  Querystring: { room: string }
  Params: { id: string }
  Reply: { userId: string }
}

const app = Fastify({ logger: true })
app.post('/usersig', issue)
app.all<{ Body: { roomId: number } }>('/api/usersig', { ...issue, config: { mine: 1 }, onRequest: [guard] })
app.route({ method: 'POST', url: '/route', ...issue, preHandler: [guard], schema: { response: { 200: {} } } })
app.post('/alone', issue.handler)
app.get<Me>('/me/:id', { onRequest: guard }, (request) => ({ userId: getUserSig(request).userId + request.query.room }))
app.addHook('onRequest', guard)
app.post<{ Body: { EventType: number } }>('/webhook', { preParsing: [webhook], preHandler: guard }, (request) => {
  const { EventType } = getWebhook<{ EventType: number }>(request)
  return { code: EventType - request.body.EventType }
})
// @ts-expect-error: it reads the body, so it cannot come after the parser.
app.post('/webhook', { preHandler: webhook }, () => ({ code: 0 }))

const secure = Fastify({ http2: true })
type SecureRequest = FastifyRequest<object, typeof secure.server, Http2ServerRequest>
secure.post('/usersig', issueUserSig<SecureRequest>({ ...options, authenticate: ({ raw }) => raw.authority }))
secure.get('/me', { preValidation: guard }, (request) => getUserSig(request).userId)

declare const userOf: (request: FastifyRequest) => Promise<{ id: string } | null>
app.register(async (scope) => {
  scope.post('/scope', issueUserSig({ ...options, authenticate: async (request) => (await userOf(request))?.id }))
})
