import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { userOfSession } from '../../../examples/bun/src/session.ts'
import { BUN, DENO } from './support/runtimes.ts'
import { createSession } from './support/session.ts'
import { start } from './support/start.ts'
import { ENV, KEY, SESSION_SECRET, useExample } from './support/use-example.ts'
import { bundleWorker, startWorker } from './support/worker.ts'

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url))
interface Running {
  readonly baseUrl: string
  close(): Promise<void>
}

const STARTERS: Record<string, () => Promise<Running>> = {
  workers: async () => {
    const { main, vars, compatibility_date, ratelimits } = readWranglerConfig()
    expect(JSON.stringify(vars)).not.toMatch(/key|secret/i)
    const bindings = { USERSIG_SECRETKEY: KEY.USERSIG_SECRETKEY, SESSION_SECRET, ...vars }
    return await startWorker(await bundleWorker(`${examples}workers/${main}`), bindings, {
      compatibilityDate: compatibility_date,
      ratelimits: Object.fromEntries(ratelimits.map(({ name, ...limit }: { name: string }) => [name, limit])),
    })
  },
  deno: () =>
    start(DENO, ['run', '--no-lock', '--allow-env', '--allow-net', 'src/main.ts'], {
      cwd: `${examples}deno`,
      env: ENV,
    }),
  bun: () => start(BUN, ['src/index.ts'], { cwd: `${examples}bun`, env: ENV }),
}

function readWranglerConfig() {
  const text = readFileSync(`${examples}workers/wrangler.jsonc`, 'utf8')
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''))
}

describe.each(Object.entries(STARTERS))('the example for %s', (_name, startExample) => {
  let running: Running
  beforeAll(async () => {
    running = await startExample()
  })
  afterAll(() => running?.close())

  test('issues and guards', () => useExample((path, init) => fetch(running.baseUrl + path, init)))

  test('knows no other page', async () => {
    expect((await fetch(`${running.baseUrl}/other`)).status).toBe(404)
  })
})

test('the example for Workers refuses a user who asks too often, from whatever address, and no other', async () => {
  const worker = await STARTERS['workers']?.()
  try {
    const ask = async (user: string, address: string) => {
      const headers = {
        cookie: `session=${await createSession(user, SESSION_SECRET)}`,
        'x-forwarded-for': address,
        'cf-connecting-ip': address,
      }
      return await fetch(`${worker?.baseUrl}/usersig`, { method: 'POST', headers })
    }
    const answers: Response[] = []
    for (let i = 0; i < 32; i++) answers.push(await ask('alice', `203.0.113.${i}`))
    expect(answers.map(({ status }) => status)).toEqual([...Array(30).fill(200), 429, 429])
    const refused = answers.at(-1)
    expect(refused?.headers.get('content-type')).toBe('application/problem+json')
    expect(refused?.headers.get('retry-after')).toBe('60')
    expect(await refused?.json()).toMatchObject({ status: 429, code: 'too_many_requests' })
    expect((await ask('bob', '203.0.113.1')).status).toBe(200)
  } finally {
    await worker?.close()
  }
})

describe('the example for Next.js', () => {
  type RouteHandler = (request: Request, context: { params: Promise<object> }) => Promise<Response>
  const context = { params: Promise.resolve({}) }
  let POST: RouteHandler
  let GET: RouteHandler
  beforeAll(async () => {
    const routes = `${examples}nextjs/app/api`
    // As `next build` does, without a key.
    vi.stubEnv('NEXT_PHASE', 'phase-production-build')
    POST = (await import(/* @vite-ignore */ `${routes}/usersig/route.ts`)).POST
    GET = (await import(/* @vite-ignore */ `${routes}/me/route.ts`)).GET
    for (const [name, value] of Object.entries(ENV)) vi.stubEnv(name, value)
  })
  afterAll(() => {
    vi.unstubAllEnvs()
  })

  test('issues and guards', () =>
    useExample((path, init) => {
      const request = new Request(`https://app.example.com/api${path}`, init)
      return path === '/usersig' ? POST(request, context) : GET(request, context)
    }))
})

test('the session of the examples is one and the same file', () => {
  const files = ['bun/src', 'deno/src', 'workers/src', 'nextjs/lib'].map((folder) =>
    readFileSync(`${examples}${folder}/session.ts`, 'utf8'),
  )
  expect(new Set(files).size).toBe(1)
})

describe('the session of the examples', () => {
  const ask = (token: string) => new Request('https://example.com/', { headers: { cookie: `a=b; session=${token}` } })

  test('makes a UserID of an id that is not one', async () => {
    const token = await createSession('0b4b4bd0-3a9c-4c0c-9c0e-5a0f6e8f4b1d', SESSION_SECRET)
    expect(await userOfSession(ask(token), SESSION_SECRET)).toBe('0b4b4bd03a9c4c0c9c0e5a0f6e8f4b1d')
  })

  test('knows nobody by a token that is damaged, expired, unsigned or signed with another key', async () => {
    const good = await createSession('alice', SESSION_SECRET)
    const unsigned = `${btoa('{"alg":"none"}')}.${btoa('{"sub":"alice"}')}.`
    const expired = await createSession('alice', SESSION_SECRET, '-1s')
    const tokens = ['', 'x', good.slice(0, -2), unsigned, expired, await createSession('alice', 'x'.repeat(32))]
    for (const token of tokens) expect(await userOfSession(ask(token), SESSION_SECRET)).toBeNull()
    expect(await userOfSession(ask(good), SESSION_SECRET)).toBe('alice')
  })

  test.each([undefined, ''])('does not go without a secret: %j', async (secret) => {
    await expect(userOfSession(ask('x'), secret)).rejects.toThrow('SESSION_SECRET is not set')
  })
})
