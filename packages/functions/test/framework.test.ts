import { mkdtempSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describeContract } from '@usersig/contract/vitest'
import { build } from 'esbuild'
import { afterAll } from 'vitest'
import { start } from '../../edge/test/support/start.ts'

const TCB_FF = join(
  dirname(createRequire(import.meta.url).resolve('@cloudbase/functions-framework')),
  '../bin/tcb-ff.js',
)
const folder = mkdtempSync(join(tmpdir(), 'usersig-functions-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A port that nothing listens on: the framework takes no 0. */
async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as { port: number }
  await new Promise((resolve) => server.close(resolve))
  return port
}

/** Runs the function as CloudBase does: in its own framework, as one file of CommonJS. */
describeContract('CloudBase, functions-framework', async () => {
  const outfile = join(folder, 'index.cjs')
  await build({
    entryPoints: [fileURLToPath(new URL('apps/framework-app.ts', import.meta.url))],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    conditions: ['usersig-source'],
    outfile,
  })
  const args = [TCB_FF, '--source', outfile, '--port', String(await freePort()), '--gracefulShutdown=false']
  return {
    ...(await start(process.execPath, args, { cwd: folder, env: { LOG_DIRNAME: folder } })),
    // Its own parser stands in front, leaves none of the bytes that webhooks are signed over, and fails on an empty text.
    features: { rawSockets: false, refusedBodies: false, parsedBody: true, emptyBodies: false, webhooks: false },
  }
})
