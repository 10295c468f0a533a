import { createHmac } from 'node:crypto'
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { build } from 'esbuild'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createSession } from '../../../examples/bun/src/session.ts'
import { signer } from './support/fixture.ts'
import { BUN, DENO } from './support/runtimes.ts'
import { start } from './support/start.ts'
import { typeCheck } from './support/type-check.ts'
import { startWorker } from './support/worker.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const HONO = fileURLToPath(new URL('../node_modules/hono', import.meta.url))
const HONO_RATE_LIMITER = fileURLToPath(new URL('../node_modules/hono-rate-limiter', import.meta.url))
const ENV = {
  USERSIG_SDKAPPID: String(SDK_APP_ID),
  USERSIG_SECRETKEY: SECRET_KEY,
  SESSION_SECRET: 'a secret of at least thirty-two characters',
  PORT: '0',
}

interface Sample {
  readonly kind: string
  readonly name: string
  readonly code: string
}

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const samples: readonly Sample[] = [...readme.matchAll(/^```ts (\w+)\n(.*?)^```/gms)].map(
  ([, kind = '', code = ''], index) => ({ kind, code, name: `${index + 1}-${kind}` }),
)

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usersig-readme-'))
  copyFileSync(`${root}examples/bun/src/session.ts`, join(folder, 'session.ts'))
  writeFileSync(join(folder, 'sveltekit-env.ts'), 'export const env = process.env\n')
  for (const { name, code } of samples) writeFileSync(join(folder, `${name}.ts`), code)
  for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value)
  vi.stubGlobal('Netlify', { env: { get: (name: keyof typeof ENV) => ENV[name] } })
})
afterAll(() => {
  vi.unstubAllEnvs()
  vi.unstubAllGlobals()
  rmSync(folder, { recursive: true, force: true })
})

type Ask = (request: Request) => Promise<Response>

/** Issues by the session, or, for the sample of the guard, passes by a ticket. */
async function use(ask: Ask, { code }: Sample, baseUrl = 'https://example.com'): Promise<void> {
  const guards = code.includes('requireUserSig')
  const login: Record<string, string> = guards
    ? { authorization: `Bearer ${signer.genUserSig('alice')}` }
    : { cookie: `session=${await createSession('alice', ENV.SESSION_SECRET)}` }
  const request = (headers: Record<string, string>) => new Request(`${baseUrl}/usersig`, { method: 'POST', headers })
  expect((await ask(request({}))).status).toBe(401)
  const response = await ask(request(login))
  const answer = await response.json()
  expect([response.status, answer]).toEqual([200, expect.objectContaining({ userId: 'alice' })])
  if (!guards) expect(signer.verifyUserSig(answer.userSig).userId).toBe('alice')
  if (code.includes('rate_limited')) await useUp(() => ask(request(login)), 29)
}

/** Asks as often as is left, and once more. */
async function useUp(ask: () => Promise<Response>, left: number): Promise<void> {
  for (let i = 0; i < left; i++) expect((await ask()).status).toBe(200)
  const refused = await ask()
  expect(refused.status).toBe(429)
  expect(refused.headers.get('content-type')).toBe('application/problem+json')
  expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0)
  expect(await refused.json()).toMatchObject({ status: 429, code: 'rate_limited' })
}

async function bundle({ name }: Sample): Promise<string> {
  const outfile = join(folder, `${name}.mjs`)
  await build({
    entryPoints: [join(folder, `${name}.ts`)],
    bundle: true,
    format: 'esm',
    outfile,
    alias: {
      '@usersig/edge': fileURLToPath(new URL('../src/index.ts', import.meta.url)),
      hono: HONO,
      'hono-rate-limiter': HONO_RATE_LIMITER,
      '$env/dynamic/private': join(folder, 'sveltekit-env.ts'),
    },
  })
  return outfile
}

async function useServer(command: string, args: string[], sample: Sample): Promise<void> {
  const server = await start(command, [...args, await bundle(sample)], { cwd: folder, env: ENV })
  try {
    await use(fetch, sample, server.baseUrl)
  } finally {
    await server.close()
  }
}

async function load(sample: Sample) {
  return await import(/* @vite-ignore */ pathToFileURL(await bundle(sample)).href)
}

const RUNNERS: Record<string, (sample: Sample) => Promise<void>> = {
  workers: async (sample) => {
    const worker = await startWorker(readFileSync(await bundle(sample), 'utf8'), ENV, {
      ratelimits: { TICKETS: { namespace_id: '1001', simple: { limit: 30, period: 60 } } },
    })
    try {
      await use(fetch, sample, worker.baseUrl)
    } finally {
      await worker.close()
    }
  },
  deno: (sample) => useServer(DENO, ['run', '--allow-env', '--allow-net'], sample),
  bun: (sample) => useServer(BUN, [], sample),
  hono: async (sample) => {
    const { default: app } = await load(sample)
    await use((request) => app.fetch(request), sample)
  },
  netlify: async (sample) => {
    const { default: handler, config } = await load(sample)
    expect(config).toEqual({ path: '/usersig' })
    await use((request) => handler(request, { waitUntil: () => {} }), sample)
  },
  sveltekit: async (sample) => {
    const { POST } = await load(sample)
    await use((request) => POST({ request }), sample)
  },
  route: async (sample) => use((await load(sample)).POST, sample),
  callback: async (sample) => {
    const { default: worker } = await load(sample)
    const body = '{"EventType":103,"EventInfo":{"UserId":"alice"}}'
    const sign = createHmac('sha256', 'my key').update(body).digest('base64')
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const send = async (headers: Record<string, string>) => {
      const request = new Request('https://example.com/callback', { method: 'POST', headers, body })
      return (await worker.fetch(request, { TRTC_CALLBACK_KEY: 'my key' })).status
    }
    expect([await send({}), await send({ sign })]).toEqual([403, 200])
    expect(log.mock.calls).toEqual([['event 103 of alice']])
    log.mockRestore()
  },
  cors: async (sample) => use((await load(sample)).POST, sample),
}

test('every sample of code is marked with what it runs on', () => {
  expect(samples.length).toBe([...readme.matchAll(/^```ts/gm)].length)
  expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(Object.keys(RUNNERS)))
})

test.each(samples)('sample $name of the README runs', async (sample) => {
  await RUNNERS[sample.kind]?.(sample)
})

test('the samples of the README fit the types', () => {
  const serve = 'serve(options: { port: number }, handler: (request: Request) => Promise<Response>): unknown'
  const env = 'env: { get(name: string): string | undefined }'
  writeFileSync(join(folder, 'globals.d.ts'), `declare const Deno: { ${env}; ${serve} }`)
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    types: ['bun'],
    typeRoots: [`${root}examples/bun/node_modules/@types`],
    paths: {
      '@usersig/edge': [`${root}packages/edge/dist/esm/index.d.ts`],
      '$env/dynamic/private': [join(folder, 'sveltekit-env.ts')],
      hono: [join(HONO, 'dist/types/index.d.ts')],
      'hono-rate-limiter': [join(HONO_RATE_LIMITER, 'dist/index.d.ts')],
    },
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  expect(typeCheck(folder)).toBe('')
})
