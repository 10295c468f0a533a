import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { createSession } from '../../../examples/bun/src/session.ts'
import { signer } from './support/fixture.ts'
import { BUN, DENO } from './support/runtimes.ts'
import { start } from './support/start.ts'
import { bundleWorker, startWorker } from './support/worker.ts'

const examples = fileURLToPath(new URL('../../../examples/', import.meta.url))
const SESSION_SECRET = 'a secret of at least thirty-two characters'
const ENV = { USERSIG_SDKAPPID: String(SDK_APP_ID), USERSIG_SECRETKEY: SECRET_KEY, SESSION_SECRET, PORT: '0' }

interface Running {
  readonly baseUrl: string
  close(): Promise<void>
}

const STARTERS: Record<string, () => Promise<Running>> = {
  workers: async () => {
    const { main, vars, compatibility_date, ratelimits } = readWranglerConfig()
    expect(JSON.stringify(vars)).not.toMatch(/key|secret/i)
    const bindings = { ...ENV, ...vars }
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
  'hono on Node.js': () => start(process.execPath, ['src/node.ts'], { cwd: `${examples}hono`, env: ENV }),
  'hono on Bun': () => start(BUN, ['src/bun.ts'], { cwd: `${examples}hono`, env: ENV }),
}

function readWranglerConfig() {
  const text = readFileSync(`${examples}workers/wrangler.jsonc`, 'utf8')
  return JSON.parse(text.replace(/^\s*\/\/.*$/gm, ''))
}

type Send = (path: '/usersig' | '/me', init: RequestInit) => Promise<Response>

/** What every example does: log in by the session, issue a ticket for a room, and guard by it. */
async function useExample(send: Send): Promise<void> {
  const cookie = `session=${await createSession('alice', SESSION_SECRET)}`
  const body = JSON.stringify({ strRoomId: 'lobby' })
  const headers = { 'content-type': 'application/json' }

  expect((await send('/usersig', { method: 'POST', body, headers })).status).toBe(401)
  const forged = `session=${await createSession('alice', 'x'.repeat(32))}`
  expect((await send('/usersig', { method: 'POST', headers: { cookie: forged } })).status).toBe(401)
  const closed = { method: 'POST', body: JSON.stringify({ roomId: 1 }), headers: { ...headers, cookie } }
  expect((await send('/usersig', closed)).status).toBe(403)

  const response = await send('/usersig', { method: 'POST', body, headers: { ...headers, cookie } })
  expect(response.status, await response.clone().text()).toBe(200)
  const { userSig, privateMapKey } = (await response.json()) as { userSig: string; privateMapKey: string }
  expect(signer.verifyUserSig(userSig, { userId: 'alice' }).userId).toBe('alice')
  expect(signer.verifyPrivateMapKey(privateMapKey, { userId: 'alice', strRoomId: 'lobby' }).room.privileges).toEqual([
    'enterRoom',
    'receiveAudio',
    'receiveVideo',
  ])

  const me = await send('/me', { headers: { authorization: `Bearer ${userSig}` } })
  expect([me.status, await me.json()]).toEqual([200, { userId: 'alice' }])
  expect((await send('/me', { headers: { cookie } })).status).toBe(401)
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
    expect(await refused?.json()).toMatchObject({ status: 429, code: 'rate_limited' })
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
  const files = ['bun/src', 'deno/src', 'hono/src', 'workers/src', 'nextjs/lib'].map((folder) =>
    readFileSync(`${examples}${folder}/session.ts`, 'utf8'),
  )
  expect(new Set(files).size).toBe(1)
})
