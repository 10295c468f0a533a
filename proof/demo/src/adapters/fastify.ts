import { getRequestListener } from '@hono/node-server'
import { issueUserSig } from '@usersig/fastify'
import { type Demo, ISSUE_PATH } from 'demo/server/demo'
import { listen, type Running } from 'demo/server/listen'
import Fastify from 'fastify'

/** `@usersig/fastify` as a route of a Fastify app. */
export async function serve({ signerOf, site, userOf, issuing }: Demo, port: number, host: string): Promise<Running> {
  const app = Fastify()
  // The page reads the bodies of its requests itself.
  app.removeAllContentTypeParsers()
  app.addContentTypeParser('*', (_request, _payload, done) => done(null))
  app.all(
    ISSUE_PATH,
    issueUserSig({
      signer: (request) => signerOf(request.headers.cookie),
      authenticate: (request) => userOf(request.headers.cookie),
      ...issuing,
    }),
  )
  const rest = getRequestListener(site)
  app.setNotFoundHandler((request, reply) => {
    reply.hijack()
    return rest(request.raw, reply.raw)
  })
  await app.ready()
  return listen(app.server, port, host)
}
