import type { Server } from 'node:http'
import { Server as NetServer, type Socket } from 'node:net'

/** How often connections without a request are closed while a server ends, in milliseconds. */
const SWEEP = 100

/** Lets a server end without breaking off a request. Create it before the server listens. */
export interface Drain {
  /** From now on, answers ask the client to leave. */
  begin(): void
  /** Takes no more connections, and resolves once every answer is written, or after so many seconds: with their number. */
  end(seconds: number): Promise<number>
}

export function createDrain(server: Server): Drain {
  const sockets = new Set<Socket>()
  const unused = new Set<Socket>()
  let answering = 0
  let isDraining = false

  server.on('connection', (socket) => {
    sockets.add(socket)
    unused.add(socket)
    socket.once('close', () => {
      sockets.delete(socket)
      unused.delete(socket)
    })
  })
  server.prependListener('request', ({ socket }, response) => {
    unused.delete(socket)
    answering++
    response.once('close', () => answering--)
    if (isDraining) response.setHeader('connection', 'close')
  })

  function sweep(): void {
    server.closeIdleConnections()
    // To Node, a connection is not idle before its first request.
    for (const socket of unused) if (socket.bytesRead === 0) socket.destroy()
  }

  return {
    begin: () => {
      isDraining = true
    },
    end: (seconds) =>
      new Promise((resolve) => {
        const sweeps = setInterval(sweep, SWEEP)
        const limit = setTimeout(() => finish(answering), seconds * 1000)
        function finish(left: number): void {
          clearInterval(sweeps)
          clearTimeout(limit)
          for (const socket of sockets) socket.destroy()
          resolve(left)
        }
        // That of HTTP also cuts idle connections at once, with the requests that are on their way in them.
        NetServer.prototype.close.call(server, () => finish(0))
      }),
  }
}
