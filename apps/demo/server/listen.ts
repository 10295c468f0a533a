import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createDrain } from './drain.ts'

/** A server that runs. */
export interface Running {
  readonly port: number
  /** Takes no new requests, answers the ones under way, and ends. */
  close(): Promise<void>
}

export function listen(server: Server, port: number, host: string): Promise<Running> {
  const drain = createDrain(server)
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, () => {
      resolve({ port: (server.address() as AddressInfo).port, close: drain })
    })
  })
}
