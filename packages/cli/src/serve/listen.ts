import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { CliError } from '../exit.ts'
import { words } from '../words/index.ts'

/**
 * Opens a port and returns it: 0 asks for any that is free.
 *
 * @param ifTaken what to do where another program listens there
 */
export async function listen(
  server: Server,
  port: number,
  host: string,
  ifTaken = words.serve.otherPort,
): Promise<number> {
  if (port > 65_535) throw new CliError(words.serve.noPort(port))
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const hint = error.code === 'EADDRINUSE' ? ifTaken : undefined
      reject(new CliError(words.serve.cannotOpen(port, String(error.code)), hint))
    })
    server.listen(port, host, resolve)
  })
  return (server.address() as AddressInfo).port
}

/** Ends a server at a signal, with the connections that its clients keep open. */
export function closeAtSignal(server: Server): void {
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => {
      server.close()
      server.closeAllConnections()
    })
  }
}
