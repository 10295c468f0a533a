import type { ServerResponse } from 'node:http'
import type { EndpointRequest, EndpointResponse, WebhookRequest } from '@usersig/core/endpoint'
import { ownValue, printable } from '@usersig/core/internal'
import { type BodyOptions, readBody } from './body.ts'
import type { NodeContext, NodeRequest, NodeResponse } from './node-types.ts'
import { closeConnection, discardRest, discardSoon, hangUpAfter, isServerClosing, isWhole } from './unread-body.ts'

/** Work after an answer goes on: the process stays. */
function goesOn(): void {}

/** Second argument of callbacks. */
export function contextOf<Response extends NodeResponse>(res: Response): NodeContext<Response> {
  return Object.freeze({ res })
}

/**
 * Translates a request of Node.js into one for `createUserSigEndpoint` or `createUserSigGuard`.
 *
 * @param req Node's request
 * @param context what callbacks get second
 * @param options how the body is read
 */
export function toEndpointRequest<Request extends NodeRequest, Context>(
  req: Request,
  context: Context,
  options?: BodyOptions,
): EndpointRequest<Request, Context> {
  return {
    method: req.method ?? '',
    header: (name) => ownValue(req.headers, name)?.toString(),
    readBody: (maxBytes) => readBody(req, maxBytes, options?.bodyTimeout),
    request: req,
    context,
    waitUntil: goesOn,
  }
}

/**
 * Translates a request of Node.js into one for `createWebhookGuard`. A parser that keeps the bytes in `rawBody` may have
 * read it before.
 *
 * @param req Node's request
 * @param context what callbacks get second
 * @param options how the body is read
 */
export function toWebhookRequest<Request extends NodeRequest, Context>(
  req: Request,
  context: Context,
  options?: BodyOptions,
): WebhookRequest<Request, Context> {
  const request = toEndpointRequest(req, context, options)
  const { rawBody } = req as { rawBody?: unknown }
  return {
    ...request,
    ...(rawBody instanceof Uint8Array && { readBody: () => Promise.resolve(rawBody) }),
    query: (name) => new URLSearchParams(/\?[^#]*/.exec(req.url ?? '')?.[0]).get(name),
  }
}

/**
 * Writes the answer of an endpoint or a guard out as it is, and sees to what still comes of a refused body. Where
 * somebody has answered before, such as a time limit of the app, there is nothing to write.
 *
 * @param res Node's response
 * @param answer what the endpoint or the guard returned
 */
export function writeEndpointResponse(res: NodeResponse, answer: EndpointResponse): void {
  if (isWhole(res.req)) write(res, answer)
  else refuseUnread(res, answer).catch((error) => breakOff(error, res))
}

/**
 * Sees to what still comes of a refused body when the app writes the answer itself: call it before.
 *
 * @param req Node's request
 * @param res Node's response
 */
export async function discardBody(req: NodeRequest, res: NodeResponse): Promise<void> {
  if (isWhole(req)) return
  const read = await discardSoon(req)
  if (!isWhole(req)) hangUpAfter(res, req, read)
}

/**
 * Prepares an answer for a framework that writes it out itself, so that its hooks and its other middleware get to see it.
 * Call {@link discardBody} before. Where somebody has answered before, there is nothing to write.
 *
 * @param res Node's response
 * @param answer what the endpoint or the guard returned
 */
export function toFrameworkAnswer(res: NodeResponse, answer: EndpointResponse): EndpointResponse | undefined {
  const { req } = res
  if (isAnswered(res)) return undefined
  // A connection that Node.js closes with the answer would be reset where more of the body is on its way.
  return { ...answer, headers: headersOf(res, answer, isWhole(req) && isServerClosing(req)) }
}

/** Handles what even an answer of 500 could not be written for: a response that somebody has broken. */
export function breakOff(error: unknown, res: NodeResponse): void {
  console.error(`usersig: the answer could not be written: ${printable(error)}`)
  res.destroy()
}

async function refuseUnread(res: NodeResponse, answer: EndpointResponse): Promise<void> {
  const { req } = res
  const read = await discardSoon(req)
  if (isWhole(req)) {
    write(res, answer)
  } else if (isAnswered(res)) {
    hangUpAfter(res, req, read)
  } else if ('stream' in req) {
    write(res, answer)
    await discardRest(req, read)
    if (!isWhole(req)) closeConnection(req)
  } else {
    writeHead(res, answer, true)
    // The answer leaves at once; it ends after the rest of the body, as Node.js closes the connection with it.
    ;(res as ServerResponse).write(answer.body)
    await discardRest(req, read)
    res.end()
  }
}

function write(res: NodeResponse, answer: EndpointResponse): void {
  if (isAnswered(res)) return
  writeHead(res, answer, isServerClosing(res.req))
  res.end(answer.body)
}

function isAnswered(res: NodeResponse): boolean {
  return res.headersSent || res.writableEnded
}

function writeHead(res: NodeResponse, answer: EndpointResponse, isLast: boolean): void {
  res.writeHead(answer.status, headersOf(res, answer, isLast))
}

function headersOf(
  res: NodeResponse,
  { status, headers, body }: EndpointResponse,
  isLast: boolean,
): Record<string, string> {
  // Source: RFC 9110, section 15.5.9, for 408. HTTP/2 has no such header.
  const close = (isLast || status === 408) && res.req.httpVersionMajor < 2 ? { connection: 'close' } : {}
  return { ...headers, ...close, 'content-length': String(Buffer.byteLength(body)) }
}
