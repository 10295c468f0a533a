import { once } from 'node:events'
import { readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseEnv } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { type BuildOptions, build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { type Running, startServer } from './programs.ts'
import { compile } from './type-check.ts'

/** Command lines whose programs are not installed here, and what does the same. */
const COMMANDS: readonly (readonly [RegExp, (folder: string) => Promise<Running> | Promise<void>])[] = [
  [/^npx nest build$/, buildNest],
  [/^npx wrangler@4 dev --port 3000$/, startWorker],
  [/^npx next dev$/, startRoute],
  [/^npx @cloudbase\/functions-framework --source index\.mjs --dotEnvFilePath \.env$/, startFunction],
]

/** Runs the command lines that start a server, in the folder with its files. */
export async function runCommands(commands: string, folder: string): Promise<Running> {
  let running: Running | undefined
  for (const command of commands.trim().split('\n')) {
    const known = COMMANDS.find(([pattern]) => pattern.test(command))
    running = (await (known ? known[1](folder) : startServer(command, folder))) ?? running
  }
  if (!running) throw new Error(`nothing runs after ${commands}`)
  return running
}

/** Compiles as the project of `nest new` does. */
async function buildNest(folder: string): Promise<void> {
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }')
  const found = compile(folder, {
    module: 'NodeNext',
    types: ['node'],
    experimentalDecorators: true,
    emitDecoratorMetadata: true,
    rootDir: 'src',
    outDir: 'dist',
  })
  if (found) throw new Error(found)
}

/** Bundles and runs a Worker as wrangler does, with the variables of `.env`. */
async function startWorker(folder: string): Promise<Running> {
  const { main, compatibility_date } = JSON.parse(readFileSync(join(folder, 'wrangler.jsonc'), 'utf8'))
  const conditions = ['workerd', 'worker', 'browser']
  const miniflare = new Miniflare({
    modules: true,
    script: await bundle(join(folder, main), { platform: 'browser', conditions, external: ['cloudflare:workers'] }),
    compatibilityDate: compatibility_date,
    bindings: readEnv(folder),
    port: 0,
  })
  const { origin } = await miniflare.ready
  return { origin, close: () => miniflare.dispose() }
}

/** Serves the route handler as Next.js does: a web `Request` in, a `Response` out. */
async function startRoute(folder: string): Promise<Running> {
  const file = join(folder, 'route.mjs')
  writeFileSync(file, await bundle(join(folder, 'app/usersig/route.ts'), { platform: 'node' }))
  // Next.js reads `.env` before it loads a route.
  Object.assign(process.env, readEnv(folder))
  const { POST } = await import(/* @vite-ignore */ pathToFileURL(file).href)
  const server = createServer(getRequestListener(POST)).listen(0)
  await once(server, 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      for (const name in readEnv(folder)) delete process.env[name]
    },
  }
}

/** Starts the framework of CloudBase, whose launcher would outlive a kill. */
async function startFunction(folder: string): Promise<Running> {
  const main = createRequire(import.meta.url).resolve('@cloudbase/functions-framework')
  const program = join(dirname(main), '../bin/tcb-ff.js')
  return await startServer(`node ${program} --source index.mjs --dotEnvFilePath .env`, folder)
}

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...options, entryPoints: [entry], bundle: true, format: 'esm', write: false })
  return outputFiles?.[0]?.text ?? ''
}

function readEnv(folder: string): Record<string, string> {
  return parseEnv(readFileSync(join(folder, '.env'), 'utf8')) as Record<string, string>
}
