import { createHmac } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { hasRedis, RedisServer } from '@usersig/contract/redis-server'
import { type BuildOptions, build } from 'esbuild'
import { Hono } from 'hono'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { credentials, signer } from '../../edge/test/support/fixture.ts'
import { BUN, DENO } from '../../edge/test/support/runtimes.ts'
import { createSession } from '../../edge/test/support/session.ts'
import { start } from '../../edge/test/support/start.ts'
import { typeCheck } from '../../edge/test/support/type-check.ts'
import { ENV, SESSION_SECRET } from '../../edge/test/support/use-example.ts'
import { startWorker } from '../../edge/test/support/worker.ts'
import { issueUserSig } from '../src/index.ts'

interface Sample {
  readonly kind: string
  readonly isLimited: boolean
  readonly name: string
  readonly code: string
}

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const all: readonly Sample[] = [...readme.matchAll(/^```ts (\w+)( limit)?\n(.*?)^```/gms)].map(
  ([, kind = '', limit, code = ''], index) => ({ kind, code, isLimited: !!limit, name: `${index + 1}-${kind}` }),
)
const samples = all.filter(({ kind }) => kind !== 'login')
const packages = fileURLToPath(new URL('../..', import.meta.url))
const require = createRequire(import.meta.url)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usersig-readme-'))
  writeFileSync(join(folder, 'login.ts'), all.find(({ kind }) => kind === 'login')?.code ?? '')
  for (const { name, code } of samples) writeFileSync(join(folder, `${name}.ts`), code)
  for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

type Ask = (request: Request) => Response | Promise<Response>

/** Issues by the session, and passes the guard with what it got. */
async function use(ask: Ask, { code, isLimited }: Sample, baseUrl = 'https://example.com'): Promise<void> {
  const cookie = `session=${await createSession('alice', SESSION_SECRET)}`
  const request = (headers: Record<string, string>) => new Request(`${baseUrl}/usersig`, { method: 'POST', headers })
  expect((await ask(request({}))).status).toBe(401)
  const response = await ask(request({ cookie }))
  expect(response.status, await response.clone().text()).toBe(200)
  const { userSig } = (await response.json()) as { userSig: string }
  expect(signer.verifyUserSig(userSig).userId).toBe('alice')
  if (code.includes('requireUserSig')) {
    const me = await ask(new Request(`${baseUrl}/me`, { headers: { authorization: `Bearer ${userSig}` } }))
    expect(await me.json()).toEqual({ userId: 'alice' })
  }
  if (isLimited) await useUp(() => ask(request({ cookie })), 29)
}

/** Asks as often as is left, and once more. */
async function useUp(ask: () => Response | Promise<Response>, left: number): Promise<void> {
  for (let i = 0; i < left; i++) expect((await ask()).status).toBe(200)
  const refused = await ask()
  expect(refused.status).toBe(429)
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
}

async function bundle({ name }: Sample, options: BuildOptions = {}): Promise<string> {
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [join(folder, `${name}.ts`)],
    bundle: true,
    format: 'esm',
    outfile,
    nodePaths: [join(packages, 'hono/node_modules')],
    alias: { '@usersig/hono': join(packages, 'hono/src/index.ts') },
    ...options,
  })
  return outfile
}

async function load(sample: Sample, options?: BuildOptions) {
  return await import(/* @vite-ignore */ pathToFileURL(await bundle(sample, options)).href)
}

async function useWorker(sample: Sample, bindings: Record<string, string>, options: object = {}) {
  const worker = await startWorker(readFileSync(await bundle(sample), 'utf8'), bindings, options)
  try {
    if ('kvNamespaces' in options) {
      const keys = (await worker.miniflare.getKVNamespace('KEYS')) as unknown as KeyStore
      await keys.put('127.0.0.1', JSON.stringify(credentials))
    }
    await use(fetch, sample, worker.baseUrl)
  } finally {
    await worker.close()
  }
}

async function useServer(command: string, args: readonly string[], sample: Sample): Promise<void> {
  const server = await start(command, [...args, await bundle(sample)], { cwd: folder, env: ENV })
  try {
    await use(fetch, sample, server.baseUrl)
  } finally {
    await server.close()
  }
}

interface KeyStore {
  put(name: string, value: string): Promise<void>
}

const RUNNERS: Record<string, (sample: Sample) => Promise<void>> = {
  app: async (sample) => {
    await use((await load(sample)).default.fetch, sample)
    await useWorker(sample, ENV)
    await useServer(BUN, [], sample)
    await useServer(DENO, ['serve', '--allow-env', '--host', '127.0.0.1', '--port', '0'], sample)
  },
  workers: (sample) =>
    useWorker(sample, ENV, {
      ratelimits: { TICKETS: { namespace_id: '1001', simple: { limit: 30, period: 60 } } },
    }),
  tenants: (sample) => useWorker(sample, { SESSION_SECRET }, { kvNamespaces: ['KEYS'] }),
  session: async (sample) => {
    const { app } = await load(sample)
    const withSession = new Hono<{ Variables: { session: object } }>()
      .use(async (c, next) => {
        c.set('session', { userId: 'alice' })
        await next()
      })
      .route('/', app)
    expect(await (await withSession.request('/usersig', { method: 'POST' })).json()).toMatchObject({ userId: 'alice' })
  },
  redis: async (sample) => {
    const server = new RedisServer()
    await server.start()
    vi.stubEnv('REDIS_PORT', new URL(server.url).port)
    // As on Node.js: the client of Redis has to find its modules.
    const banner = { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url)" }
    const { default: app, redis } = await load(sample, { platform: 'node', banner })
    try {
      await once(redis, 'ready')
      await use(app.fetch, sample)
      await server.kill()
      const cookie = `session=${await createSession('alice', SESSION_SECRET)}`
      const error = vi.spyOn(console, 'error').mockImplementation(() => {})
      expect((await app.request('/usersig', { method: 'POST', headers: { cookie } })).status).toBe(200)
      expect(error.mock.calls.flat().join()).toMatch(/limit failed, and the request passed/)
      error.mockRestore()
    } finally {
      redis.disconnect()
      await server.remove()
    }
  },
  webhook: async (sample) => {
    const { default: app } = await load(sample)
    const body = JSON.stringify({ EventType: 103, CallbackTs: Date.now(), EventInfo: { UserId: 'alice' } })
    const sign = createHmac('sha256', 'my key').update(body).digest('base64')
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const send = async (headers: Record<string, string>) =>
      (await app.request('/webhook', { method: 'POST', headers, body }, { TRTC_WEBHOOK_KEY: 'my key' })).status
    expect([await send({}), await send({ sign })]).toEqual([403, 200])
    expect(log.mock.calls).toEqual([['event 103 of alice']])
    log.mockRestore()
  },
}

test('every sample of code is marked with what it runs on', () => {
  expect(all.length).toBe([...readme.matchAll(/^```ts/gm)].length)
  expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(Object.keys(RUNNERS)))
})

const runnable = samples.filter(({ kind }) => kind !== 'redis' || hasRedis)

test.each(runnable)('sample $name of the README runs', async (sample) => {
  await RUNNERS[sample.kind]?.(sample)
})

test('the answer of the README has the fields of an answer', async () => {
  const [, shown = ''] = /^```json answer\n(.*?)^```/ms.exec(readme) ?? []
  const app = new Hono().post('/usersig', issueUserSig({ credentials, authenticate: () => 'alice' }))
  const answer = await (await app.request('/usersig', { method: 'POST' })).json()
  expect(Object.keys(JSON.parse(shown))).toEqual(Object.keys(answer as object))
})

test('the samples of the README fit the types', () => {
  const hono = (path: string) => [join(packages, 'hono/node_modules/hono/dist/types', path)]
  writeFileSync(join(folder, 'globals.d.ts'), 'declare const process: { env: Record<string, string | undefined> }')
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    types: [],
    paths: {
      '@usersig/hono': [join(packages, 'hono/dist/esm/index.d.ts')],
      '@usersig/core/endpoint': [join(packages, 'core/dist/esm/endpoint/index.d.ts')],
      hono: hono('index.d.ts'),
      'hono/jwt': hono('middleware/jwt/index.d.ts'),
      'hono/adapter': hono('helper/adapter/index.d.ts'),
      'hono/factory': hono('helper/factory/index.d.ts'),
      ioredis: [join(dirname(require.resolve('ioredis/package.json')), 'built/index.d.ts')],
      'rate-limiter-flexible': [join(dirname(require.resolve('rate-limiter-flexible/package.json')), 'types.d.ts')],
    },
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  expect(typeCheck(folder)).toBe('')
})
