import { createHmac } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { type BuildOptions, build } from 'esbuild'
import { exportJWK, generateKeyPair, SignJWT } from 'jose'
import { Response as WorkerResponse } from 'miniflare'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { issueUserSig, toUserId } from '../src/index.ts'
import { authenticate, credentials, post, signer } from './support/fixture.ts'
import { BUN, DENO } from './support/runtimes.ts'
import { createSession } from './support/session.ts'
import { start } from './support/start.ts'
import { typeCheck } from './support/type-check.ts'
import { ENV, KEY, SESSION_SECRET } from './support/use-example.ts'
import { startWorker } from './support/worker.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))
const require = createRequire(import.meta.url)
const installed = (name: string) => dirname(require.resolve(`${name}/package.json`))

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
const samples = all.filter(({ kind }) => kind !== 'session')

let folder: string
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'usersig-readme-'))
  writeFileSync(join(folder, 'session.ts'), sessionOfReadme())
  for (const { name, code } of samples) writeFileSync(join(folder, `${name}.ts`), code)
  for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

/** The file that the samples import their login from. */
function sessionOfReadme(): string {
  return all.find(({ kind }) => kind === 'session')?.code ?? ''
}

type Ask = (request: Request) => Promise<Response>

/** Issues by the session, or, for the sample of the guard, passes by a ticket. */
async function use(ask: Ask, { code, isLimited }: Sample, baseUrl = 'https://example.com'): Promise<void> {
  const guards = code.includes('requireUserSig')
  const login: Record<string, string> = guards
    ? { authorization: `Bearer ${signer.genUserSig('alice')}` }
    : { cookie: `session=${await createSession('alice', SESSION_SECRET)}` }
  const request = (headers: Record<string, string>) => new Request(`${baseUrl}/usersig`, { method: 'POST', headers })
  expect((await ask(request({}))).status).toBe(401)
  const response = await ask(request(login))
  const answer = await response.json()
  expect([response.status, answer]).toEqual([200, expect.objectContaining({ userId: 'alice' })])
  if (!guards) expect(signer.verifyUserSig(answer.userSig).userId).toBe('alice')
  if (isLimited) await useUp(() => ask(request(login)), 29)
}

/** Asks as often as is left, and once more. */
async function useUp(ask: () => Promise<Response>, left: number): Promise<void> {
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
    nodePaths: [fileURLToPath(new URL('../node_modules', import.meta.url))],
    alias: {
      '@usersig/edge': fileURLToPath(new URL('../src/index.ts', import.meta.url)),
      '@usersig/auth': `${root}packages/auth/src/index.ts`,
    },
    ...options,
  })
  return outfile
}

async function useServer(command: string, args: string[], sample: Sample): Promise<void> {
  const server = await start(command, [...args, await bundle(sample, { platform: 'node' })], { cwd: folder, env: ENV })
  try {
    await use(fetch, sample, server.baseUrl)
  } finally {
    await server.close()
  }
}

async function load(sample: Sample) {
  return await import(/* @vite-ignore */ pathToFileURL(await bundle(sample)).href)
}

/** The provider of the first sample, for a Worker that thinks that it is on the network. */
async function startProvider() {
  const issuer = 'https://example.eu.auth0.com/'
  const { publicKey, privateKey } = await generateKeyPair('RS256')
  const keys = { keys: [{ ...(await exportJWK(publicKey)), kid: 'a', alg: 'RS256', use: 'sig' }] }
  const pages: Record<string, unknown> = {
    [`${issuer}.well-known/openid-configuration`]: { issuer, jwks_uri: `${issuer}jwks` },
    [`${issuer}jwks`]: keys,
  }
  const outboundService = ({ url }: { url: string }) =>
    WorkerResponse.json(pages[url], { status: pages[url] ? 200 : 404 })
  const token = await new SignJWT({ sub: 'auth0|507f1f77bcf86cd799439011' })
    .setProtectedHeader({ alg: 'RS256', kid: 'a', typ: 'at+jwt' })
    .setIssuer(issuer)
    .setAudience('https://api.example.com')
    .setIssuedAt()
    .setExpirationTime('1h')
    .sign(privateKey)
  return { outboundService, token }
}

const RUNNERS: Record<string, (sample: Sample) => Promise<void>> = {
  oidc: async (sample) => {
    const { outboundService, token } = await startProvider()
    const options = { outboundService } as never
    const worker = await startWorker(readFileSync(await bundle(sample), 'utf8'), KEY, options)
    try {
      const ask = (headers: Record<string, string>) => fetch(`${worker.baseUrl}/usersig`, { method: 'POST', headers })
      expect((await ask({})).status).toBe(401)
      expect((await ask({ authorization: `Bearer ${token.slice(0, -4)}AAAA` })).status).toBe(401)
      const response = await ask({ authorization: `Bearer ${token}` })
      expect(response.status, await response.clone().text()).toBe(200)
      const { userId, userSig } = await response.json()
      expect(userId).toBe(toUserId('auth0|507f1f77bcf86cd799439011'))
      expect(signer.verifyUserSig(userSig).userId).toBe(userId)
    } finally {
      await worker.close()
    }
  },
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
  tenants: async (sample) => {
    const worker = await startWorker(
      readFileSync(await bundle(sample), 'utf8'),
      { SESSION_SECRET },
      {
        kvNamespaces: ['KEYS'],
      },
    )
    try {
      const keys = await worker.miniflare.getKVNamespace('KEYS')
      await (keys as unknown as { put(name: string, value: string): Promise<void> }).put(
        '127.0.0.1',
        JSON.stringify(credentials),
      )
      await use(fetch, sample, worker.baseUrl)
      const headers = { cookie: `session=${await createSession('alice', SESSION_SECRET)}` }
      const unknown = await fetch(worker.baseUrl.replace('127.0.0.1', 'localhost'), { method: 'POST', headers })
      expect(unknown.status).toBe(404)
    } finally {
      await worker.close()
    }
  },
  store: async (sample) => {
    const { USERSIG_SECRETKEY, ...bindings } = ENV
    const secret = { store_id: 'a store', secret_name: 'the key' }
    const worker = await startWorker(readFileSync(await bundle(sample), 'utf8'), bindings, {
      secretsStoreSecrets: { USERSIG_SECRETKEY: secret },
    })
    try {
      const admin = await worker.miniflare.getSecretsStoreSecretAPI('USERSIG_SECRETKEY')
      await admin().create(USERSIG_SECRETKEY)
      await use(fetch, sample, worker.baseUrl)
    } finally {
      await worker.close()
    }
  },
  deno: (sample) => useServer(DENO, ['run', '--allow-env', '--allow-net'], sample),
  bun: (sample) => useServer(BUN, [], sample),
  route: async (sample) => use((await load(sample)).POST, sample),
  webhook: async (sample) => {
    const { default: worker } = await load(sample)
    const body = JSON.stringify({ EventType: 103, CallbackTs: Date.now(), EventInfo: { UserId: 'alice' } })
    const sign = createHmac('sha256', 'my key').update(body).digest('base64')
    const log = vi.spyOn(console, 'log').mockImplementation(() => {})
    const send = async (headers: Record<string, string>) => {
      const request = new Request('https://example.com/webhook', { method: 'POST', headers, body })
      return (await worker.fetch(request, { TRTC_WEBHOOK_KEY: 'my key' })).status
    }
    expect([await send({}), await send({ sign })]).toEqual([403, 200])
    expect(log.mock.calls).toEqual([['event 103 of alice']])
    log.mockRestore()
  },
  cors: async (sample) => use((await load(sample)).handler, sample),
}

test('every sample of code is marked with what it runs on', () => {
  expect(all.length).toBe([...readme.matchAll(/^```ts/gm)].length)
  expect(new Set(samples.map(({ kind }) => kind))).toEqual(new Set(Object.keys(RUNNERS)))
})

test.each(samples)('sample $name of the README runs', async (sample) => {
  await RUNNERS[sample.kind]?.(sample)
})

test('the login of the README is the one of the examples', () => {
  expect(readFileSync(`${root}examples/bun/src/session.ts`, 'utf8')).toContain(sessionOfReadme())
})

test('the answer of the README has the fields of an answer', async () => {
  const [, shown = ''] = /^```json answer\n(.*?)^```/ms.exec(readme) ?? []
  const answer = await (await issueUserSig({ credentials, authenticate })(post())).json()
  expect(Object.keys(JSON.parse(shown))).toEqual(Object.keys(answer))
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
      '@usersig/core/endpoint': [`${root}packages/core/dist/esm/endpoint/index.d.ts`],
      '@usersig/auth': [`${root}packages/auth/src/index.ts`],
      jose: [join(installed('jose'), 'dist/types/index.d.ts')],
      'rate-limiter-flexible': [join(installed('rate-limiter-flexible'), 'types.d.ts')],
    },
    strict: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    skipLibCheck: true,
  }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, include: ['*.ts'] }))
  expect(typeCheck(folder)).toBe('')
})
