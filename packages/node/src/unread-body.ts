import { finished, type Readable } from 'node:stream'
import { hasNoBody } from './body.ts'
import type { NodeRequest, NodeResponse } from './node-types.ts'

/*
 * A refused request may still have a body on its way. To leave it unread makes Node.js read on without end after the
 * answer; to close the connection with bytes unread resets it, and the client may never see the answer. So a bounded
 * amount is read and thrown away, the client gets a moment to read the answer, and then the server hangs up.
 */

/** How much of a refused body is read and thrown away, in bytes. */
const MAX_DISCARDED_BYTES = 256 * 1024

/** For how long, in seconds, a body is waited for before the answer: most are only a packet late. */
const SOON = 0.1

/**
 * For how long, in seconds, a client may send nothing before the server hangs up, and how long it may send in all. The
 * first is also the time to read the answer, and stays below the second in which a server that closes has to be down.
 */
const MAX_SILENCE = 0.8
const MAX_DISCARDING = 5

/** Whether the whole request is here, or nothing more can come. */
export function isWhole(req: NodeRequest): boolean {
  // What a framework injects, in tests and on function platforms, is never complete.
  return req.complete || req.readableEnded || req.destroyed || hasNoBody(req)
}

/** Whether the server takes no more connections, so that none may outlive its answer. Sessions of HTTP/2 are the app's. */
export function isServerClosing(req: NodeRequest): boolean {
  if ('stream' in req) return false
  const { server } = req.socket as { server?: { readonly listening?: boolean } }
  return server?.listening === false
}

/** Reads the body that is only a packet late. Resolves to how many bytes were read. */
export function discardSoon(req: NodeRequest): Promise<number> {
  return discard(req, { bytes: MAX_DISCARDED_BYTES, silence: SOON, seconds: SOON, isOverWhenFull: true })
}

/** Reads what may still be read after the answer, and leaves the client the time to read that. */
export async function discardRest(req: NodeRequest, alreadyRead: number): Promise<void> {
  const bytes = MAX_DISCARDED_BYTES - alreadyRead
  await discard(req, { bytes, silence: MAX_SILENCE, seconds: MAX_DISCARDING, isOverWhenFull: false })
}

/** Hangs up after the answer of somebody else, unless the body comes to its end. */
export function hangUpAfter(res: NodeResponse, req: NodeRequest, alreadyRead: number): void {
  async function hangUp(): Promise<void> {
    await discardRest(req, alreadyRead)
    if (!isWhole(req)) closeConnection(req)
    else if (isServerClosing(req)) req.socket.destroySoon()
  }
  if (res.writableFinished) hangUp()
  else res.once('finish', hangUp)
}

/** Closing a stream of HTTP/2 leaves the others of the connection alone. */
export function closeConnection(req: NodeRequest): void {
  if ('stream' in req) req.stream.close()
  else if (typeof req.socket.destroySoon === 'function') req.socket.destroySoon()
  // An injected request has no connection.
  else req.destroy()
}

interface Limits {
  readonly bytes: number
  readonly silence: number
  readonly seconds: number
  /** Whether there is nothing to wait for after the last byte that may be read; else the silence is waited for. */
  readonly isOverWhenFull: boolean
}

/** Reads and throws away. Resolves to how many bytes were read. */
function discard(req: NodeRequest, limits: Limits): Promise<number> {
  return new Promise((resolve) => {
    const end = performance.now() + limits.seconds * 1000
    let read = 0
    function take({ length }: Uint8Array | string): void {
      read += length
      const isFull = read >= limits.bytes
      if ((isFull && limits.isOverWhenFull) || performance.now() > end || isServerClosing(req)) stop()
      // The rest stays in the socket, where it stops the client.
      else if (isFull) req.pause()
      else timer.refresh()
    }
    function stop(): void {
      clearTimeout(timer)
      stopWaiting()
      req.off('data', take)
      if (req.complete) req.resume()
      else req.pause()
      resolve(read)
    }
    const timer = setTimeout(stop, limits.silence * 1000)
    const stopWaiting = finished(req as Readable, { writable: false }, stop)
    if (limits.bytes > 0) req.on('data', take).resume()
  })
}
