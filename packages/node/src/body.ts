import { finished, type Readable } from 'node:stream'
import type { RequestBody } from '@usersig/core/endpoint'
import type { NodeRequest } from './message.ts'

const DEFAULT_BODY_TIMEOUT = 10
const MAX_BODY_TIMEOUT = 3600

/** How much of a refused body is read and thrown away before the server hangs up, in bytes and in seconds. */
const MAX_DISCARDED_BYTES = 256 * 1024
const MAX_DISCARDING = 10

/** @throws TypeError */
export function checkBodyTimeout(seconds: number = DEFAULT_BODY_TIMEOUT): number {
  if (typeof seconds === 'number' && seconds > 0 && seconds <= MAX_BODY_TIMEOUT) return seconds
  throw new TypeError(`bodyTimeout must be a number of seconds above 0 and up to ${MAX_BODY_TIMEOUT}`)
}

/**
 * The whole body, or what a body parser in front has made of it.
 * @throws TypeError when somebody has read the body and left nothing
 */
export async function readBody(req: NodeRequest, maxBytes: number, timeout: number): Promise<RequestBody> {
  if (hasNoBody(req)) return new Uint8Array()
  return isConsumed(req) ? parsedBody(req) : await readStream(req, maxBytes, timeout)
}

/** Most requests for a ticket have none, and to wait for the end of an empty stream takes longer than all the rest. */
function hasNoBody({ headers, httpVersionMajor }: NodeRequest): boolean {
  const length = headers['content-length']
  if (length !== undefined) return length === '0'
  // Source: RFC 9112, section 6.3. In HTTP/2 only the stream tells.
  return httpVersionMajor < 2 && headers['transfer-encoding'] === undefined
}

// Whether there is a `req.body` says nothing: Express 4 sets an empty one for bodies that no parser has touched.
function isConsumed(req: NodeRequest): boolean {
  return req.readableDidRead || req.readableEnded
}

function parsedBody(req: NodeRequest): RequestBody {
  const { body } = req
  if (body instanceof Uint8Array) return body
  if (typeof body === 'string') return new TextEncoder().encode(body)
  if (body !== undefined) return { json: body }
  throw new TypeError(
    'the body was read before the UserSig handler got the request, and is not in req.body: mount the handler in front ' +
      'of what reads it, or behind a parser that leaves req.body',
  )
}

function readStream(req: NodeRequest, maxBytes: number, timeout: number): Promise<RequestBody> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    let length = 0
    function take(chunk: Uint8Array | string): void {
      const bytes = toBytes(chunk, req)
      length += bytes.length
      if (length > maxBytes) stop('too-large')
      else chunks.push(bytes)
    }
    function settle(body: RequestBody): void {
      clearTimeout(timer)
      stopWaiting()
      req.off('data', take)
      resolve(body)
    }
    function stop(body: 'too-large' | 'timeout'): void {
      settle(body)
      discardRest(req)
    }
    const timer = setTimeout(() => stop('timeout'), timeout * 1000)
    const stopWaiting = finished(req as Readable, { writable: false }, (error) =>
      settle(error ? 'aborted' : Buffer.concat(chunks)),
    )
    req.on('data', take)
  })
}

/** Text arrives where somebody has called `req.setEncoding()`. */
function toBytes(chunk: Uint8Array | string, req: NodeRequest): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk, req.readableEncoding ?? 'utf8') : chunk
}

/** Throws away a body that nobody has looked at. Node.js does the same, but without an end. */
export function discardUnread(req: NodeRequest): void {
  if (!isConsumed(req) && !req.complete) discardRest(req)
}

/**
 * Throws away what still comes of a body, so that the client gets to read the answer and can use the connection again;
 * a client that does not come to an end is hung up on.
 */
function discardRest(req: NodeRequest): void {
  let length = 0
  function take(chunk: Uint8Array | string): void {
    length += toBytes(chunk, req).length
    if (length > MAX_DISCARDED_BYTES) giveUp()
  }
  function stop(): void {
    clearTimeout(timer)
    stopWaiting()
    req.off('data', take)
  }
  function giveUp(): void {
    stop()
    hangUp(req)
  }
  const timer = setTimeout(giveUp, MAX_DISCARDING * 1000).unref()
  const stopWaiting = finished(req as Readable, { writable: false }, stop)
  req.on('data', take)
}

function hangUp(req: NodeRequest): void {
  // Closing a stream of HTTP/2 leaves the others of the connection alone.
  if ('stream' in req) req.stream.close()
  else req.socket.destroySoon()
}
