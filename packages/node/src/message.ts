import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Http2ServerRequest, Http2ServerResponse } from 'node:http2'

/** A request of `node:http`, `node:https` or `node:http2`, as it is or as a framework on top of them passes it on. */
export type NodeRequest = (IncomingMessage | Http2ServerRequest) & {
  /** What a body parser in front has left. */
  body?: unknown
}

/** A response of `node:http`, `node:https` or `node:http2`. */
export type NodeResponse = ServerResponse | Http2ServerResponse
