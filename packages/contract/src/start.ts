import { once } from 'node:events'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { StoppableTarget } from './shutdown.ts'

/** A server that listens, and how it ends. */
export interface StartedServer {
  readonly baseUrl: string
  /** Ends it at once, with its connections. */
  close(): void
  /** Lets it finish what it is at, and resolves when it is down. */
  stop(): ReturnType<StoppableTarget['stop']>
}

/** Waits until a server listens, as `app.listen(0, '127.0.0.1')` returns it. */
export async function startServer(server: Server): Promise<StartedServer> {
  if (!server.listening) await once(server, 'listening')
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close() {
      server.close()
      server.closeAllConnections()
    },
    stop: () => once(server.close(), 'close'),
  }
}
