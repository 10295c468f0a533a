import { createServer } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Demo } from 'demo/server/demo'
import { listen, type Running } from 'demo/server/listen'
import { createFetch } from './fetch.ts'

/** `@usersig/edge` as a plain fetch handler, on Node. */
export function serve(demo: Demo, port: number, host: string): Promise<Running> {
  return listen(createServer(getRequestListener(createFetch(demo))), port, host)
}
