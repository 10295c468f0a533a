import type { EndpointRequest, EndpointResponse } from '@usersig/core/endpoint'
import { checkBodyTimeout, readBody } from './body.ts'
import type { NodeRequest, NodeResponse } from './message.ts'

/** How the body of a request is read. */
export interface BodyOptions {
  /** How long the whole body may take to arrive, in seconds, above 0 and up to 3600. @defaultValue 10 */
  bodyTimeout?: number
}

/**
 * Translates a request of Node.js into one for `createUserSigEndpoint` or `createUserSigGuard`: for writing an adapter
 * for a framework that passes Node's request on.
 *
 * @param req Node's request
 * @param options how the body is read
 * @throws TypeError when `bodyTimeout` is no number of seconds
 * @example
 * ```ts
 * const endpoint = createUserSigEndpoint<IncomingMessage>(options)
 * writeEndpointResponse(res, await endpoint(toEndpointRequest(req)))
 * ```
 */
export function toEndpointRequest<Request extends NodeRequest>(
  req: Request,
  options: BodyOptions = {},
): EndpointRequest<Request> {
  const bodyTimeout = checkBodyTimeout(options.bodyTimeout)
  return {
    method: req.method ?? '',
    header: (name) => req.headers[name]?.toString(),
    readBody: (maxBytes) => readBody(req, maxBytes, bodyTimeout),
    source: req,
  }
}

/**
 * Writes the answer of an endpoint or a guard out as it is. Where somebody has answered before, such as a time limit of
 * the app, there is nothing to do.
 *
 * @param res Node's response
 * @param answer what the endpoint or the guard gave
 * @example
 * ```ts
 * writeEndpointResponse(res, await endpoint(toEndpointRequest(req)))
 * ```
 */
export function writeEndpointResponse(res: NodeResponse, { status, headers, body }: EndpointResponse): void {
  if (res.headersSent || res.writableEnded) return
  // Source: RFC 9110, section 15.5.9. HTTP/2 has no such header.
  const close = status === 408 && res.req.httpVersionMajor < 2 ? { connection: 'close' } : {}
  res.writeHead(status, { ...headers, ...close, 'content-length': Buffer.byteLength(body) })
  res.end(body)
}
