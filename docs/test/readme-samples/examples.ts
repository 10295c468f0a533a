import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { parseEnv } from 'node:util'
import { getRequestListener } from '@hono/node-server'
import { type BuildOptions, build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { ROOT } from '../../generate/root.ts'
import { type Running, startServer } from '../support/programs.ts'
import type { CommandLine } from './commands.ts'

const SAMPLES = join(ROOT, 'docs/.samples')

/** What a user fills in. */
export const SETTINGS: Readonly<Record<string, string>> = {
  USERSIG_SDKAPPID: '1400000000',
  USERSIG_SECRETKEY: '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e',
  SESSION_SECRET: 'a secret of at least thirty-two characters',
}

/** An example, copied to where its commands can be run. */
export interface Example {
  readonly folder: string
  remove(): void
}

export function copyExample(name: string): Example {
  mkdirSync(SAMPLES, { recursive: true })
  const folder = mkdtempSync(join(SAMPLES, `example-${name}-`))
  const from = join(ROOT, 'examples', name)
  cpSync(from, folder, { recursive: true, filter: (path) => !/[\\/](node_modules|\.turbo)$/.test(path) })
  symlinkSync(join(from, 'node_modules'), join(folder, 'node_modules'), 'junction')
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

/** `cp .env.example .env   # and fill it in` */
export function fillIn({ folder }: Example, [from = '', to = '']: readonly string[]): void {
  const text = readFileSync(join(folder, from), 'utf8')
  const filled = text.replace(/^(\w+)=$/gm, (line, name: string) => `${line}${SETTINGS[name] ?? ''}`)
  writeFileSync(join(folder, to), filled)
}

const require = createRequire(import.meta.url)
const binary = (name: string, path: string) => join(dirname(require.resolve(`${name}/package.json`)), path)
const suffix = process.platform === 'win32' ? '.exe' : ''
const PROGRAMS: Readonly<Record<string, string>> = {
  node: process.execPath,
  bun: binary('bun-bin', 'bin/bun.exe'),
  deno: binary('deno-bin', `deno${suffix}`),
}

/** The command line of a script in the example's package.json. */
export function scriptOf({ folder }: Example, name: string): string {
  return JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')).scripts[name]
}

/** What `$(npm run --silent session alice)` prints, or the same with another program. */
export function runSession(example: Example, { program, args }: CommandLine): string {
  const line = program === 'node' ? `node ${args.join(' ')}` : `${scriptOf(example, 'session')} ${args.at(-1)}`
  const [name = '', ...rest] = line.split(' ')
  const options = { cwd: example.folder, encoding: 'utf8' } as const
  const { stdout, stderr, status } = spawnSync(PROGRAMS[name] ?? name, rest, options)
  if (status !== 0) throw new Error(stderr)
  return stdout.trim()
}

/** Runs `npm run build` where the README says so. */
export function buildExample(example: Example, setUp: readonly CommandLine[]): void {
  if (!setUp.some(({ program, args }) => program === 'npm' && args.join(' ') === 'run build')) return
  const [name = '', ...args] = scriptOf(example, 'build').split(' ')
  const program = join(example.folder, 'node_modules/.bin', name)
  const { stdout, status } = spawnSync(program, args, { cwd: example.folder, encoding: 'utf8' })
  if (status !== 0) throw new Error(stdout)
}

/** Starts an example as its README says. */
export async function startExample(example: Example, { program, args }: CommandLine): Promise<Running> {
  const script = args.find((arg) => !['run', 'task'].includes(arg)) ?? ''
  if (program === 'npm' && script === 'dev') {
    return example.folder.includes('-workers-') ? await startWorker(example) : await startRoutes(example)
  }
  return await startServer(scriptOf(example, script), example.folder)
}

/** As `wrangler dev` does. */
async function startWorker({ folder }: Example): Promise<Running> {
  const text = readFileSync(join(folder, 'wrangler.jsonc'), 'utf8').replace(/^\s*\/\/.*$/gm, '')
  const { main, vars, compatibility_date, ratelimits } = JSON.parse(text)
  const conditions = ['workerd', 'worker', 'browser']
  const miniflare = new Miniflare({
    modules: true,
    script: await bundle(join(folder, main), { platform: 'browser', conditions }),
    compatibilityDate: compatibility_date,
    bindings: { ...vars, ...parseEnv(readFileSync(join(folder, '.dev.vars'), 'utf8')) },
    ratelimits: Object.fromEntries(ratelimits.map(({ name, ...limit }: { name: string }) => [name, limit])),
    port: 0,
  })
  const { origin } = await miniflare.ready
  return { origin, close: () => miniflare.dispose() }
}

/** Serves the route handlers as Next.js does: a web `Request` in, a `Response` out. */
async function startRoutes({ folder }: Example): Promise<Running> {
  const env = parseEnv(readFileSync(join(folder, '.env'), 'utf8'))
  Object.assign(process.env, env)
  const load = async (path: string) => {
    const file = join(folder, `${path.replaceAll('/', '-')}.mjs`)
    writeFileSync(file, await bundle(join(folder, path, 'route.ts'), { platform: 'node' }))
    return (await import(/* @vite-ignore */ pathToFileURL(file).href)) as Record<string, Handler>
  }
  const routes = new Map<string, Record<string, Handler>>()
  for (const name of ['usersig', 'me']) routes.set(`/api/${name}`, await load(`app/api/${name}`))
  const listener = getRequestListener((request) => {
    const handler = routes.get(new URL(request.url).pathname)?.[request.method]
    return handler ? handler(request) : new Response(null, { status: 404 })
  })
  const server = createServer(listener).listen(0)
  await once(server, 'listening')
  return {
    origin: `http://localhost:${(server.address() as AddressInfo).port}`,
    close: async () => {
      server.close()
      server.closeAllConnections()
      for (const name in env) delete process.env[name]
    },
  }
}

type Handler = (request: Request) => Promise<Response>

async function bundle(entry: string, options: BuildOptions): Promise<string> {
  const { outputFiles } = await build({ ...options, entryPoints: [entry], bundle: true, format: 'esm', write: false })
  return outputFiles?.[0]?.text ?? ''
}

/** Sends what a line with `curl` sends. */
export async function sendCurl(
  { args }: CommandLine,
  origin: string,
  variables: Readonly<Record<string, string>>,
): Promise<Response> {
  const fill = (text = '') => text.replace(/\$(\w+)/g, (_, name: string) => variables[name] ?? '')
  const valuesOf = (flag: string) => args.flatMap((arg, index) => (arg === flag ? fill(args[index + 1]) : []))
  const url = new URL(args.find((arg) => arg.startsWith('http://')) ?? '')
  const [body] = valuesOf('-d')
  return await fetch(origin + url.pathname, {
    method: valuesOf('-X')[0] ?? (body === undefined ? 'GET' : 'POST'),
    headers: valuesOf('-H').map((header) => header.split(/: (.*)/s).slice(0, 2) as [string, string]),
    ...(body !== undefined && { body }),
  })
}
