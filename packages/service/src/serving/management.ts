import { createHash, randomUUID, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { UserSigError } from '@usersig/core'
import { ProblemError } from '@usersig/core/endpoint'
import { contextOf, toEndpointRequest, writeEndpointResponse } from '@usersig/node/internal'
import type { Logs } from '../seen/logs.ts'
import type { Metrics } from '../seen/metrics.ts'
import { answerProbe, type Current, isProbe, pathOf, sendJson } from './routes.ts'

/** Longest body of a kick, in bytes. */
const MAX_BYTES = 4096

/** Answers operators: metrics, probes, and kicks. */
export function createManagement(current: () => Current, metrics: Metrics, logs: Logs): RequestListener {
  return (request, response) => {
    const path = pathOf(request)
    if (isProbe(request, path)) answerProbe(path, current(), response)
    else if (path === '/metrics' && request.method === 'GET')
      answer(response, writeMetrics(metrics, current(), response))
    else if (path === '/kick' && request.method === 'POST') answer(response, kick(request, response, current(), logs))
    else writeEndpointResponse(response, new ProblemError('not_found', 'there is nothing at this address').toResponse())
  }
}

function answer(response: ServerResponse, work: Promise<void>): void {
  work.catch((error: unknown) => {
    const problem = ProblemError.is(error)
      ? error
      : new ProblemError('internal_error', 'the server failed', { cause: error })
    writeEndpointResponse(response, problem.toResponse())
  })
}

/** Asks what the service needs first, so that the gauges say how it is now. */
async function writeMetrics(
  { registry, ready }: Metrics,
  { generation, isStopping }: Current,
  response: ServerResponse,
): Promise<void> {
  await generation.health()
  if (isStopping) ready(false)
  response.writeHead(200, { 'content-type': registry.contentType }).end(await registry.metrics())
}

/** Withdraws the tickets of a user. Tencent has to be told, too: the REST call is the operator's. */
async function kick(
  request: IncomingMessage,
  response: ServerResponse,
  { generation }: Current,
  logs: Logs,
): Promise<void> {
  checkToken(request, generation.kickToken)
  const { app: name, userId } = await readOrder(request, response)
  const app = generation.apps.find((each) => each.name === name)
  if (!app?.revocations) throw new ProblemError('not_found', 'there is no such application')
  try {
    await app.revocations.kick(userId)
  } catch (error) {
    if (UserSigError.is(error)) throw new ProblemError('invalid_body', error.message, { cause: error })
    throw error
  }
  logs.audit({
    event: 'kicked',
    app: app.name,
    sdkAppId: app.key.sdkAppId,
    userId,
    status: 200,
    code: 'ok',
    requestId: randomUUID(),
  })
  sendJson(response, 200, { app: app.name, userId, kicked: true })
}

/** @throws ProblemError */
function checkToken({ headers }: IncomingMessage, token: string | undefined): void {
  if (token === undefined) throw new ProblemError('not_found', 'this service remembers no kicks')
  const [, given = ''] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? []
  // Hashes have one length, whatever was sent.
  const [a, b] = [given, token].map((each) => createHash('sha256').update(each).digest()) as [Buffer, Buffer]
  if (timingSafeEqual(a, b)) return
  throw new ProblemError('unauthenticated', 'send the token of the configuration', {
    headers: { 'www-authenticate': 'Bearer' },
  })
}

/** @throws ProblemError */
async function readOrder(request: IncomingMessage, response: ServerResponse): Promise<{ app: string; userId: string }> {
  const body = await toEndpointRequest(request, contextOf(response), {}).readBody(MAX_BYTES)
  const order = body instanceof Uint8Array ? parse(Buffer.from(body).toString('utf8')) : undefined
  const { app, userId } = Object(order) as { app?: unknown; userId?: unknown }
  if (typeof app === 'string' && typeof userId === 'string') return { app, userId }
  throw new ProblemError('invalid_body', 'the body must be { "app": "…", "userId": "…" }')
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
