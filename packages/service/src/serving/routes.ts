import { randomUUID } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import { ProblemError } from '@usersig/core/endpoint'
import { writeEndpointResponse } from '@usersig/node/internal'
import cors from 'cors'
import type { ServiceConfig } from '../config/types.ts'
import type { Metrics } from '../seen/metrics.ts'
import type { StartTrace } from '../seen/traces.ts'
import type { Door } from './door.ts'
import type { Generation } from './generation.ts'
import type { Readiness } from './health.ts'
import { keepState } from './request-state.ts'

/** What the listener asks for with each request: a reload may have changed it. */
export interface Current {
  readonly generation: Generation
  readonly isStopping: boolean
}

/** An ID that a proxy in front may have given. */
const REQUEST_ID = /^[\w.:-]{1,128}$/

/** Answers clients: tickets, and probes. */
export function createListener(current: () => Current, metrics: Metrics, startTrace: StartTrace): RequestListener {
  const withCors = createCors()
  return (request, response) => {
    const { generation } = current()
    const path = pathOf(request)
    if (isProbe(request, path)) {
      answerProbe(path, current(), response)
      return
    }
    const requestId = idOf(request)
    response.setHeader('x-request-id', requestId)
    const door = findDoor(generation.doors, request.headers.host, path)
    if (!door) {
      writeEndpointResponse(response, new ProblemError('not_found', 'there is nothing at this address').toResponse())
      return
    }
    metrics.inFlight(1)
    response.once('close', () => metrics.inFlight(-1))
    const trace = startTrace(request, response, path)
    const [only, ...others] = door.apps
    keepState(request, { requestId, trace, app: others.length === 0 ? only : undefined })
    withCors(generation.config.cors, request, response, () => trace.run(() => door.issue(request, response)))
  }
}

export function pathOf({ url = '/' }: IncomingMessage): string {
  const [path = '/'] = url.split('?')
  return path
}

export function isProbe({ method }: IncomingMessage, path: string): boolean {
  return (method === 'GET' || method === 'HEAD') && (path === '/health' || path === '/ready')
}

/** Whether the process lives, and whether it should get requests. */
export function answerProbe(path: string, { generation, isStopping }: Current, response: ServerResponse): void {
  if (path === '/health') {
    sendJson(response, 200, { status: 'ok' })
    return
  }
  if (isStopping) {
    sendJson(response, 503, { status: 'stopping', checks: [] } satisfies Readiness)
    return
  }
  generation.health().then(
    (readiness) => sendJson(response, readiness.status === 'down' ? 503 : 200, readiness),
    () => sendJson(response, 503, { status: 'down', checks: [] } satisfies Readiness),
  )
}

export function sendJson(response: ServerResponse, status: number, body: object): void {
  const text = JSON.stringify(body)
  response
    .writeHead(status, {
      'content-type': 'application/json; charset=utf-8',
      'cache-control': 'no-store',
      'content-length': Buffer.byteLength(text),
    })
    .end(text)
}

function idOf({ headers }: IncomingMessage): string {
  const given = headers['x-request-id']
  return typeof given === 'string' && REQUEST_ID.test(given) ? given : randomUUID()
}

/** A door of that host goes before one of any host. */
function findDoor(doors: readonly Door[], host: string | undefined, path: string): Door | undefined {
  const name = host?.replace(/:\d+$/, '').toLowerCase()
  const here = doors.filter((door) => door.path === path)
  return here.find((door) => door.host === name && name !== undefined) ?? here.find((door) => door.host === undefined)
}

type Handler = ReturnType<typeof cors>

/** Without origins in the configuration, no header is set: browsers keep pages of other origins from the answer. */
function createCors() {
  let known: { readonly config: ServiceConfig['cors']; readonly handle: Handler } | undefined
  return (config: ServiceConfig['cors'], request: IncomingMessage, response: ServerResponse, next: () => void) => {
    if (!config) {
      next()
      return
    }
    if (known?.config !== config) known = { config, handle: prepareCors(config) }
    known.handle(request as Parameters<Handler>[0], response as Parameters<Handler>[1], next)
  }
}

function prepareCors({ origins, maxAge = 600 }: NonNullable<ServiceConfig['cors']>): Handler {
  return cors({
    origin: [...origins],
    methods: ['POST'],
    allowedHeaders: ['authorization', 'content-type', 'x-request-id'],
    exposedHeaders: ['x-request-id', 'retry-after'],
    maxAge,
  })
}
