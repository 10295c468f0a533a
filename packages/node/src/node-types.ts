import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'

/** A request of `node:http`, `node:https` or `node:http2`, as it is or as a framework on top of them passes it on. */
export type NodeRequest = (IncomingMessage | Http2ServerRequest) & {
  /** The result of a body parser in front of the handler. */
  body?: unknown
}

/** A response of `node:http`, `node:https` or `node:http2`. */
export type NodeResponse = ServerResponse | Http2ServerResponse

/** Second argument of callbacks: the response, for a login that reads or renews a cookie, such as iron-session. */
export interface NodeContext<Response extends NodeResponse = ServerResponse> {
  /** The response. Set headers on it, and leave the answer to the endpoint. */
  readonly res: Response
}

/** Hands the request on to the next handler of a Connect-style server, with an error to its error handlers. */
export type Next = (error?: unknown) => void

/** A request listener of Node's servers, and a middleware of Connect-style ones. */
export type NodeListener<
  Request extends NodeRequest = IncomingMessage,
  Response extends NodeResponse = ServerResponse,
> = (req: Request, res: Response, next?: Next) => void

/** A middleware, which needs somebody to hand requests on to. */
export type NodeGuard<Request extends NodeRequest = IncomingMessage, Response extends NodeResponse = ServerResponse> = (
  req: Request,
  res: Response,
  next: Next,
) => void
