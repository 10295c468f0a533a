import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { describeContract } from '@usersig/contract/vitest'
import { contractApp } from './apps/contract-app.ts'
import { BUN, DENO } from './support/runtimes.ts'
import { start } from './support/start.ts'
import { bundleWorker, startWorker } from './support/worker.ts'

const apps = fileURLToPath(new URL('apps/', import.meta.url))

// What a handler leaves of a body is read, or not, by the server that the handler is on, which owns the socket.
const features = { refusedBodies: false }

describeContract('Workers', async () => ({
  ...(await startWorker(await bundleWorker(`${apps}worker.ts`))),
  // Miniflare's own server stands in front of workerd.
  features: { rawSockets: false },
}))

describeContract('Deno', async () => ({
  ...(await start(DENO, ['run', '--no-lock', '--no-prompt', '--allow-net=127.0.0.1', 'deno.ts'], { cwd: apps })),
  features,
}))

describeContract('Bun', async () => ({ ...(await start(BUN, ['bun.ts'], { cwd: apps })), features }))

describeContract('Node.js, on a server for fetch handlers', async () => {
  const server = serve({ fetch: contractApp, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  const baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return { baseUrl, features, close: () => void server.close() }
})
