import { guardOptions, type IssueOptions, issueOptions, liveOptions, WEBHOOK_OPTIONS } from '@usersig/contract/fixture'
import type { StartedTarget } from '@usersig/contract/vitest'
import { createSignerResolver } from '@usersig/core/endpoint'
import fastify5, { type FastifyInstance, type FastifyRequest } from 'fastify'
import fastify4 from 'fastify4'
import {
  type FastifyContext,
  getUserSig,
  getWebhook,
  issueUserSig,
  requireUserSig,
  requireWebhook,
} from '../src/index.ts'

/** Both supported major versions. What an app writes is the same for both. */
export const VERSIONS: [name: string, fastify: typeof fastify5][] = [
  ['fastify 5', fastify5],
  ['fastify 4', fastify4 as unknown as typeof fastify5],
]

const readHeader = (request: FastifyRequest, name: string) => request.headers[name]?.toString()

export const ISSUE_OPTIONS: IssueOptions<FastifyRequest> = issueOptions(readHeader)

const sendUser = (request: FastifyRequest) => ({ userId: getUserSig(request).userId })
const sendEvent = (request: FastifyRequest) => ({ event: getWebhook(request) })

/** The app of the contract, after what is prepared. */
export function contractApp(
  fastify: typeof fastify5,
  prepare: (app: FastifyInstance) => unknown = () => {},
): FastifyInstance {
  const { keys, issue, guard } = liveOptions(readHeader)
  const signer = createSignerResolver<FastifyRequest, FastifyContext>({ ...keys, onError: issue.onError })
  const app = fastify()
  prepare(app)
  app.post('/webhook/trtc', { preParsing: requireWebhook(WEBHOOK_OPTIONS.trtc) }, sendEvent)
  app.post('/webhook/chat', { preParsing: requireWebhook(WEBHOOK_OPTIONS.chat) }, sendEvent)
  app.all('/usersig', issueUserSig(ISSUE_OPTIONS))
  app.get('/guarded', { onRequest: requireUserSig(guardOptions()) }, sendUser)
  app.all('/live', issueUserSig({ signer, ...issue }))
  app.get('/live-guarded', { preHandler: requireUserSig({ signer, ...guard }) }, sendUser)
  return app
}

/** Starts an app on a free port. */
export async function start(
  app: FastifyInstance,
): Promise<Required<Pick<StartedTarget, 'baseUrl' | 'close' | 'stop'>>> {
  const baseUrl = await app.listen({ port: 0, host: '127.0.0.1' })
  const stop = () => app.close()
  return {
    baseUrl,
    stop,
    close() {
      app.server.closeAllConnections()
      return stop()
    },
  }
}
