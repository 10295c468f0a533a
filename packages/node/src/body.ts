import { finished, type Readable } from 'node:stream'
import type { RequestBody } from '@usersig/core/endpoint'
import { duration, type OptionTable, ownOptions, ownValue } from '@usersig/core/internal'
import type { NodeRequest } from './node-types.ts'

/** How long a body may take to arrive unless the app says otherwise, in seconds. */
const DEFAULT_BODY_TIMEOUT = 10

/** How the body of a request is read. */
export interface BodyOptions {
  /** Time limit for the whole body to arrive, in seconds, above 0 and up to 3600; then 408. @defaultValue 10 */
  bodyTimeout?: number
}

export const BODY_OPTIONS: OptionTable<BodyOptions> = { bodyTimeout: duration(3600) }

/** What of the options is about the body. */
export function bodyOptions({ bodyTimeout }: BodyOptions): BodyOptions {
  return ownOptions({ ...(bodyTimeout !== undefined && { bodyTimeout }) })
}

/**
 * The whole body, or what a body parser before the handler has made of it.
 * @throws TypeError when somebody has read the body and left nothing
 */
export async function readBody(
  req: NodeRequest,
  maxBytes: number,
  timeout: number = DEFAULT_BODY_TIMEOUT,
): Promise<RequestBody> {
  if (hasNoBody(req)) return new Uint8Array()
  // Whether there is a `req.body` says nothing: Express 4 sets an empty one for bodies that no parser has touched.
  const isConsumed = req.readableDidRead || req.readableEnded
  return isConsumed ? parsedBody(req) : await readStream(req, maxBytes, timeout)
}

/** Most requests for a ticket have none, and to wait for the end of an empty stream takes longer than all the rest. */
export function hasNoBody({ headers, httpVersionMajor }: NodeRequest): boolean {
  const length = ownValue(headers, 'content-length')
  if (length !== undefined) return length === '0'
  // Source: RFC 9112, section 6.3. In HTTP/2 only the stream tells.
  return httpVersionMajor < 2 && ownValue(headers, 'transfer-encoding') === undefined
}

function parsedBody(req: NodeRequest): RequestBody {
  const { body } = req
  if (body instanceof Uint8Array) return body
  if (typeof body === 'string') return new TextEncoder().encode(body)
  if (body !== undefined) return { json: body }
  throw new TypeError(
    'the body was read before the UserSig handler got the request, and is not in req.body: mount the handler before ' +
      'what reads it, or leave the parsed body in req.body. For Fastify and Koa there are @usersig/fastify and @usersig/koa',
  )
}

/** What comes of a stream, within its bounds. */
export function readStream(
  req: Pick<Readable, 'on' | 'off' | 'pause' | 'readableEncoding'>,
  maxBytes: number,
  timeout: number = DEFAULT_BODY_TIMEOUT,
): Promise<RequestBody> {
  return new Promise((resolve) => {
    const chunks: Uint8Array[] = []
    let length = 0
    function take(chunk: Uint8Array | string): void {
      const bytes = toBytes(chunk, req)
      length += bytes.length
      if (length > maxBytes) giveUp('too-large')
      else chunks.push(bytes)
    }
    function stop(body: RequestBody): void {
      clearTimeout(timer)
      stopWaiting()
      req.off('data', take)
      resolve(body)
    }
    // What comes after this stays in the socket until the answer is written.
    function giveUp(body: 'too-large' | 'timeout'): void {
      req.pause()
      stop(body)
    }
    const timer = setTimeout(() => giveUp('timeout'), timeout * 1000)
    const stopWaiting = finished(req as Readable, { writable: false }, (error) =>
      stop(error ? 'aborted' : Buffer.concat(chunks)),
    )
    req.on('data', take)
  })
}

/** Text arrives where somebody has called `req.setEncoding()`. */
function toBytes(chunk: Uint8Array | string, req: Pick<Readable, 'readableEncoding'>): Uint8Array {
  return typeof chunk === 'string' ? Buffer.from(chunk, req.readableEncoding ?? 'utf8') : chunk
}
