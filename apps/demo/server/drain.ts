import type { Server, ServerResponse } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'
import { constants } from 'node:os'

/** How long connections stay open for a request that may be on its way, in milliseconds. */
const GRACE = 500
/** Within this time a signal counts once: of one Ctrl-C, the terminal, the shell and npm may each pass on a copy. */
const ECHO = 500

/**
 * Prepares a server to end without breaking off a request. Call it before the server listens.
 *
 * @returns `drain()`: takes no new connections, answers what is under way, asks the clients to leave, and resolves once
 * the last connection is closed
 */
export function createDrain(server: Server): () => Promise<void> {
  const fresh = new Set<Socket>()
  const underWay = new Set<ServerResponse>()
  let draining = false

  server.on('connection', (socket) => {
    fresh.add(socket)
    socket.once('close', () => fresh.delete(socket))
  })
  server.prependListener('request', ({ socket }, response) => {
    fresh.delete(socket)
    if (draining) response.setHeader('connection', 'close')
    underWay.add(response)
    response.once('close', () => underWay.delete(response))
  })

  function closeUnused(): void {
    server.closeIdleConnections()
    // To Node, a connection is not idle before its first request. Browsers open some that they may never use.
    for (const socket of fresh) if (socket.bytesRead === 0) socket.destroy()
  }

  return () => {
    draining = true
    for (const response of underWay) if (!response.headersSent) response.setHeader('connection', 'close')
    const sweeps = setTimeout(() => {
      closeUnused()
      setInterval(closeUnused, 100).unref()
    }, GRACE).unref()
    return new Promise((resolve, reject) => {
      // The `close` of HTTP also cuts idle connections at once, with the requests that are on their way in them.
      NetServer.prototype.close.call(server, (error) => {
        clearTimeout(sweeps)
        if (error) reject(error)
        else resolve()
      })
    })
  }
}

type Fetch = (request: Request) => Response | Promise<Response>

/**
 * The same for runtimes that serve a fetch handler and, told to stop, cut idle connections, and bodies that still come in.
 *
 * @returns `drain(stop)`: asks the clients to leave for a while, answers what is under way, and stops the server then
 */
export function createFetchDrain(answer: Fetch): { fetch: Fetch; drain: (stop: () => Promise<void>) => Promise<void> } {
  const underWay = new Set<Promise<Response>>()
  let draining = false

  async function fetch(request: Request): Promise<Response> {
    const answering = Promise.resolve(answer(request))
    underWay.add(answering)
    try {
      const response = await answering
      if (draining) response.headers.set('connection', 'close')
      return response
    } finally {
      underWay.delete(answering)
    }
  }

  async function drain(stop: () => Promise<void>): Promise<void> {
    draining = true
    await new Promise((resolve) => setTimeout(resolve, GRACE))
    await Promise.allSettled(underWay)
    await stop()
  }
  return { fetch, drain }
}

/**
 * Ends the process in order at the first SIGTERM or SIGINT: exit code 0, or 1 if that took more than `limit`
 * seconds. A second signal ends it at once.
 */
export function endOnSignal(close: () => Promise<void>, limit: number): void {
  let since: number | undefined
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.on(signal, () => {
      const now = performance.now()
      if (since !== undefined) {
        if (now - since > ECHO) process.exit(128 + constants.signals[signal])
        return
      }
      since = now
      setTimeout(() => giveUp(`requests still under way after ${limit} seconds are broken off`), limit * 1000).unref()
      close().then(() => process.exit(0), giveUp)
    })
  }
}

function giveUp(reason: unknown): void {
  console.error('The demo did not end in order:', reason)
  process.exit(1)
}
