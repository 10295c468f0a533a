import type { IncomingMessage, ServerResponse } from 'node:http'
import { finished } from 'node:stream'
import type { EndpointRequest, EndpointResponse, RequestBody } from '@usersig/core/endpoint'

/** Translates a request of Node, as any framework on top of it passes it on, into one for the endpoint. */
export function toEndpointRequest<Source extends IncomingMessage & { body?: unknown }>(
  req: Source,
): EndpointRequest<Source> {
  return {
    method: req.method ?? '',
    header: (name) => req.headers[name]?.toString(),
    readBody: async (maxBytes) => (isConsumed(req) ? parsedBody(req) : await readStream(req, maxBytes)),
    source: req,
  }
}

/** Writes the answer out as it is; where somebody has answered before, such as a time limit, there is nothing to do. */
export function writeEndpointResponse(res: ServerResponse, { status, headers, body }: EndpointResponse): void {
  if (!res.headersSent) res.writeHead(status, { ...headers, 'content-length': Buffer.byteLength(body) }).end(body)
}

// Whether there is a `req.body` says nothing: Express 4 sets an empty one for bodies that no parser has touched.
function isConsumed(req: IncomingMessage): boolean {
  return req.readableDidRead || req.readableEnded
}

/** What a body parser has left. */
function parsedBody(req: IncomingMessage & { body?: unknown }): RequestBody {
  // The parser of forms makes an object of an empty body, too.
  if (req.headers['content-length'] === '0') return new Uint8Array()
  const { body } = req
  if (body instanceof Uint8Array) return body
  if (typeof body === 'string') return new TextEncoder().encode(body)
  if (body !== undefined) return { json: body }
  throw new TypeError('the body was read before the controller got the request, and is not in req.body')
}

function readStream(req: IncomingMessage, maxBytes: number): Promise<RequestBody> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    let length = 0
    function take(chunk: Uint8Array): void {
      length += chunk.length
      if (length > maxBytes) settle('too-large')
      else chunks.push(chunk)
    }
    function settle(body: RequestBody): void {
      stopWaiting()
      // What still comes is thrown away, so that the client gets to read the answer.
      req.off('data', take).resume()
      resolve(body)
    }
    const stopWaiting = finished(req, { writable: false }, (error) => settle(error ? 'aborted' : Buffer.concat(chunks)))
    req.on('data', take)
  })
}
