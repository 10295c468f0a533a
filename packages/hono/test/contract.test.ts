import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { describeContract } from '@usersig/contract/vitest'
import { Hono as OldestHono } from 'hono40'
import { BUN, DENO } from '../../edge/test/support/runtimes.ts'
import { start } from '../../edge/test/support/start.ts'
import { bundleWorker, startWorker } from '../../edge/test/support/worker.ts'
import { app, withContract } from './apps/contract-app.ts'

const apps = fileURLToPath(new URL('apps/', import.meta.url))

// What a handler leaves of a body is read, or not, by the server that the handler is on, which owns the socket.
const features = { refusedBodies: false }

async function serveOnNode({ fetch }: Pick<typeof app, 'fetch'>) {
  const server = serve({ fetch, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { baseUrl, features, close: () => void server.close() }
}

describeContract('Hono on Node.js', () => serveOnNode(app))

// Its types are another package's, so to the compiler it is another class.
describeContract('Hono 4.0 on Node.js', () => serveOnNode(withContract(new OldestHono() as never)))

describeContract('Hono on Workers', async () => ({
  ...(await startWorker(await bundleWorker(`${apps}worker.ts`))),
  // Miniflare's own server stands in front of workerd.
  features: { rawSockets: false },
}))

describeContract('Hono on Deno', async () => ({
  ...(await start(DENO, ['run', '--no-lock', '--no-prompt', '--allow-net=127.0.0.1', 'deno.ts'], { cwd: apps })),
  features,
}))

describeContract('Hono on Bun', async () => ({ ...(await start(BUN, ['bun.ts'], { cwd: apps })), features }))
