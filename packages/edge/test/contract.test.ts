import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { serve } from '@hono/node-server'
import { describeContract } from '@usersig/contract/vitest'
import { honoApp } from './apps/hono-app.ts'
import { BUN, DENO } from './support/runtimes.ts'
import { start } from './support/start.ts'
import { bundleWorker, startWorker } from './support/worker.ts'

const apps = fileURLToPath(new URL('apps/', import.meta.url))

describeContract('Workers', async () => ({
  ...(await startWorker(await bundleWorker(`${apps}worker.ts`))),
  // Miniflare's own server stands in front of workerd.
  features: { rawSockets: false },
}))

describeContract('Deno', () =>
  start(DENO, ['run', '--no-lock', '--no-prompt', '--allow-net=127.0.0.1', 'deno.ts'], { cwd: apps }),
)

describeContract('Bun', () => start(BUN, ['bun.ts'], { cwd: apps }))

describeContract('Hono on Bun', () => start(BUN, ['bun.ts', 'hono'], { cwd: apps }))

describeContract('Hono on Node.js', async () => {
  const server = serve({ fetch: honoApp.fetch, hostname: '127.0.0.1', port: 0 })
  await once(server, 'listening')
  return { baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, close: () => void server.close() }
})
