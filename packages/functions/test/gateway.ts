import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { StartedTarget } from '@usersig/contract/vitest'
import type { FunctionAnswer, FunctionHandler } from '../src/index.ts'
import * as recorded from './events/recorded.ts'

/** A request as a gateway has read it. */
interface Received {
  readonly method: string
  readonly url: URL
  /** Each value of each header, under the name that the client wrote. */
  readonly headers: Readonly<Record<string, string[]>>
  readonly body: { readonly body: string; readonly isBase64Encoded: boolean }
}

type ToEvent = (received: Received) => object

const single = (values: Readonly<Record<string, string[]>>) =>
  Object.fromEntries(Object.entries(values).map(([name, list]) => [name, list.join(',')]))
const lower = (values: Readonly<Record<string, string[]>>) =>
  Object.fromEntries(Object.entries(values).map(([name, list]) => [name.toLowerCase(), list]))
const last = ({ searchParams }: URL) => Object.fromEntries(searchParams)
const all = ({ searchParams }: URL) =>
  Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
const encoded = ({ search }: URL) =>
  Object.fromEntries(
    search
      .slice(1)
      .split('&')
      .map((pair) => pair.split('=') as [string, string]),
  )

function payload2(event: typeof recorded.AWS_HTTP_API | typeof recorded.AWS_FUNCTION_URL): ToEvent {
  return ({ method, url, headers, body }) => {
    const { cookie, ...others } = lower(headers)
    const { cookies: _, ...rest } = event
    return {
      ...rest,
      rawPath: url.pathname,
      rawQueryString: url.search.slice(1),
      ...(cookie && { cookies: cookie.join('; ').split('; ') }),
      headers: single(others),
      queryStringParameters: last(url),
      requestContext: { ...rest.requestContext, http: { ...rest.requestContext.http, method, path: url.pathname } },
      ...body,
    }
  }
}

/** What each platform makes of a request: its recorded event, with what differs from request to request. */
export const GATEWAYS = {
  'API Gateway, REST': ({ method, url, headers, body }) => ({
    ...recorded.AWS_REST_API,
    path: url.pathname,
    httpMethod: method,
    headers: Object.fromEntries(Object.entries(headers).map(([name, values]) => [name, values.at(-1)])),
    multiValueHeaders: headers,
    queryStringParameters: url.search ? last(url) : null,
    multiValueQueryStringParameters: url.search ? all(url) : null,
    ...body,
    ...(body.body === '' && { body: null }),
  }),
  'API Gateway, HTTP': payload2(recorded.AWS_HTTP_API),
  'function URL of Lambda': payload2(recorded.AWS_FUNCTION_URL),
  'Application Load Balancer': ({ method, url, headers, body }) => ({
    ...recorded.AWS_LOAD_BALANCER,
    path: url.pathname,
    httpMethod: method,
    headers: single(lower(headers)),
    queryStringParameters: encoded(url),
    ...body,
  }),
  'Application Load Balancer with multi-value headers': ({ method, url, headers, body }) => ({
    ...recorded.AWS_LOAD_BALANCER_MULTIPLE,
    path: url.pathname,
    httpMethod: method,
    multiValueHeaders: lower(headers),
    multiValueQueryStringParameters: Object.fromEntries(
      Object.entries(encoded(url)).map(([name, value]) => [name, [value]]),
    ),
    ...body,
  }),
  'SCF, API gateway': ({ method, url, headers, body }) => ({
    ...recorded.SCF_API_GATEWAY,
    path: url.pathname,
    httpMethod: method,
    headers: single(lower(headers)),
    queryString: last(url),
    ...body,
  }),
  'SCF, function URL': ({ method, url, headers, body: { body, isBase64Encoded } }) => ({
    ...recorded.SCF_FUNCTION_URL,
    path: url.pathname,
    httpMethod: method,
    headers: single(lower(headers)),
    queryString: last(url),
    body,
    // The documents do not say what becomes of bytes that are not text.
    ...(isBase64Encoded && { isBase64Encoded }),
  }),
  'CloudBase, HTTP access': ({ method, url, headers, body }) => ({
    ...recorded.CLOUDBASE,
    path: url.pathname,
    httpMethod: method,
    headers: single(lower(headers)),
    queryStringParameters: last(url),
    ...body,
  }),
  'uniCloud, URL': ({ method, url, headers, body }) => ({
    ...recorded.UNICLOUD,
    path: url.pathname,
    httpMethod: method,
    headers: single(lower(headers)),
    ...(url.search && { queryStringParameters: last(url) }),
    ...body,
  }),
} satisfies Readonly<Record<string, ToEvent>>

interface AnyEvent {
  readonly headers?: Record<string, string>
  readonly multiValueHeaders?: Record<string, string[]>
}

/** As an app finds a header: under any case, in either place. */
export function readHeader(event: unknown, name: string): string | undefined {
  const { headers, multiValueHeaders } = event as AnyEvent
  const values = Object.entries(headers ?? multiValueHeaders ?? {})
  const found = values.find(([each]) => each.toLowerCase() === name)?.[1]
  return Array.isArray(found) ? found[0] : found
}

interface PathEvent {
  readonly path?: string
  readonly rawPath?: string
}

/** A function for each path, as one function. */
export function byPath(routes: Readonly<Record<string, FunctionHandler>>): Serve {
  return async (event: PathEvent, context) => {
    const route = routes[event.rawPath ?? event.path ?? '']
    return route ? await route(event, context) : { statusCode: 404, headers: {}, body: '', isBase64Encoded: false }
  }
}

type Serve = (event: object, context: object) => Promise<FunctionAnswer>

/**
 * Serves a function over HTTP as a gateway does: it reads the request, calls the function, and writes what that returns.
 *
 * @param isBinary whether every body is passed on as base64, as for media types that are set up as binary
 */
export async function serveFunction(toEvent: ToEvent, serve: Serve, isBinary = false): Promise<StartedTarget> {
  const server = createServer((req, res) => {
    pass(req, res, toEvent, serve, isBinary).catch((error) => {
      console.error(error)
      res.writeHead(502).end()
    })
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    // The socket is the gateway's, which reads all of a body before it calls a function.
    features: { rawSockets: false, refusedBodies: false },
    close() {
      server.close()
      server.closeAllConnections()
    },
  }
}

async function pass(req: IncomingMessage, res: ServerResponse, toEvent: ToEvent, serve: Serve, isBinary: boolean) {
  const chunks: Uint8Array[] = []
  for await (const chunk of req) chunks.push(chunk)
  const bytes = Buffer.concat(chunks)
  // Clients choose the names: `__proto__` is one of them.
  const headers: Record<string, string[]> = Object.create(null)
  for (let i = 0; i < req.rawHeaders.length; i += 2) {
    const name = req.rawHeaders[i] as string
    headers[name] = [...(headers[name] ?? []), req.rawHeaders[i + 1] as string]
  }
  const isBase64Encoded = isBinary || !isUtf8(bytes)
  const event = toEvent({
    method: req.method as string,
    url: new URL(req.url as string, 'http://localhost'),
    headers,
    body: { body: bytes.toString(isBase64Encoded ? 'base64' : 'utf8'), isBase64Encoded },
  })
  // Events come to a function as JSON.
  const answer = await serve(JSON.parse(JSON.stringify(event)), {})
  res.writeHead(answer.statusCode, answer.multiValueHeaders ?? answer.headers ?? {})
  res.end(req.method === 'HEAD' ? undefined : answer.body)
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}
