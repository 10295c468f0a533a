import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { SDK_APP_ID, SECRET_KEY } from '@usersig/contract/fixture'
import { testExplainInProduction } from '@usersig/contract/wiring'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { issueUserSig, requireUserSig } from '../src/index.ts'
import { BUN, DENO } from './support/runtimes.ts'
import { bundleWorker, startWorker } from './support/worker.ts'

const apps = fileURLToPath(new URL('apps/', import.meta.url))
const BOTH = { USERSIG_SDKAPPID: String(SDK_APP_ID), USERSIG_SECRETKEY: SECRET_KEY }

describe.each([
  ['Node.js', process.execPath, ['--experimental-strip-types', '--no-warnings'], /node --env-file=\.env/],
  ['Bun', BUN, [], /which Bun reads/],
  ['Deno', DENO, ['run', '--no-lock', '--no-prompt', '--allow-env=USERSIG_SDKAPPID,USERSIG_SECRETKEY'], /--env-file/],
])('without credentials on %s', (_name, command, args, howToSet) => {
  function run(env: Record<string, string>) {
    const options = { cwd: apps, encoding: 'utf8', env: { PATH: process.env['PATH'], NO_COLOR: '1', ...env } } as const
    const { status, stdout, stderr } = spawnSync(command, [...args, 'keyless-program.ts'], options)
    return { status, output: stdout + stderr }
  }

  test('the key comes from the variables', () => {
    expect(run(BOTH)).toEqual({ status: 0, output: '200 alice 200 alice\n' })
  })

  test.each([
    ['both are missing', {}, /set USERSIG_SDKAPPID and USERSIG_SECRETKEY/],
    ['the SDKAppID is missing', { USERSIG_SECRETKEY: SECRET_KEY }, /USERSIG_SDKAPPID is not set/],
    ['the key is missing', { USERSIG_SDKAPPID: BOTH.USERSIG_SDKAPPID }, /USERSIG_SECRETKEY is not set/],
  ])('the program does not start when %s, and says how to set it', (_what, env, message) => {
    const { status, output } = run(env)
    expect(status).not.toBe(0)
    expect(output).toMatch(message)
    expect(output).toMatch(howToSet)
    expect(output).not.toContain(SECRET_KEY)
  })
})

test('on Netlify the key comes from its variables', async () => {
  vi.stubGlobal('Netlify', { env: { get: (name: keyof typeof BOTH) => BOTH[name] } })
  try {
    const response = await issueUserSig({ authenticate: () => 'alice' })(
      new Request('https://example.com', { method: 'POST' }),
    )
    expect(await response.json()).toMatchObject({ userId: 'alice', sdkAppId: SDK_APP_ID })
  } finally {
    vi.unstubAllGlobals()
  }
})

const NODEJS_COMPAT = { compatibilityFlags: ['nodejs_compat'] }

async function ask(bindings: Record<string, string>, options: object = {}, query = '') {
  const messages: string[] = []
  const worker = await startWorker(await bundleWorker(`${apps}keyless-worker.ts`), bindings, {
    ...options,
    handleStructuredLogs: ({ message }: { message: string }) => void messages.push(message),
  } as never)
  try {
    const response = await fetch(`${worker.baseUrl}/usersig${query}`, { method: 'POST' })
    if (response.status !== 200) await vi.waitFor(() => expect(messages).not.toEqual([]))
    return { status: response.status, body: await response.text(), log: messages.join('\n') }
  } finally {
    await worker.close()
  }
}

describe.each([
  ['plain', {}],
  ['with nodejs_compat', NODEJS_COMPAT],
])('without credentials on Workers, %s', (_name, options) => {
  test('the key comes from env', async () => {
    const { status, body } = await ask(BOTH, options)
    expect([status, JSON.parse(body)]).toEqual([
      200,
      expect.objectContaining({ userId: 'alice', sdkAppId: SDK_APP_ID }),
    ])
  })

  test.each([
    [
      'both bindings are missing',
      {},
      /USERSIG_SDKAPPID and USERSIG_SECRETKEY.*vars of wrangler\.jsonc.*wrangler secret/,
    ],
    ['the secret alone is bound', { USERSIG_SECRETKEY: SECRET_KEY }, /USERSIG_SDKAPPID is not set.*vars of wrangler/],
    ['the variable alone is bound', { USERSIG_SDKAPPID: '1400000000' }, /USERSIG_SECRETKEY is not set.*secret put/],
  ])('the log says what to do when %s', async (_what, bindings, message) => {
    const { status, body, log } = await ask(bindings, options)
    expect([status, JSON.parse(body).code]).toEqual([500, 'internal_error'])
    expect(body).not.toMatch(/wrangler|USERSIG/)
    expect(log).toMatch(message)
    expect(log).not.toContain(SECRET_KEY)
  })
})

test('a Worker whose handler got no env reads it where nodejs_compat keeps it, else says that it is missing', async () => {
  expect((await ask(BOTH, NODEJS_COMPAT, '?without-env')).status).toBe(200)
  const { status, log } = await ask(BOTH, {}, '?without-env')
  expect(status).toBe(500)
  expect(log).toMatch(/handler\(request, env, ctx\)/)
})

test('a Worker whose key is in a secret store says that a function has to read it', async () => {
  const secretsStoreSecrets = { USERSIG_SECRETKEY: { store_id: 'a store', secret_name: 'the key' } }
  const { status, log } = await ask({ USERSIG_SDKAPPID: BOTH.USERSIG_SDKAPPID }, { secretsStoreSecrets })
  expect(status).toBe(500)
  expect(log).toMatch(/USERSIG_SECRETKEY is a value of type object, but must be a text: pass credentials as a function/)
})

describe('without credentials', () => {
  afterEach(() => vi.unstubAllEnvs())
  const post = () => new Request('https://example.com/usersig', { method: 'POST' })

  test('a build of Next.js needs no key', async () => {
    vi.stubEnv('NEXT_PHASE', 'phase-production-build')
    const handler = issueUserSig({ authenticate: () => 'alice' })
    for (const [name, value] of Object.entries(BOTH)) vi.stubEnv(name, value)
    expect((await handler(post())).status).toBe(200)
  })

  test('a wrong value stops the program at start, without showing it', () => {
    vi.stubEnv('USERSIG_SDKAPPID', BOTH.USERSIG_SDKAPPID)
    vi.stubEnv('USERSIG_SECRETKEY', '')
    expect(() => issueUserSig({ authenticate: () => 'alice' })).toThrow(/USERSIG_SECRETKEY is not set/)
    vi.stubEnv('USERSIG_SDKAPPID', SECRET_KEY)
    vi.stubEnv('USERSIG_SECRETKEY', SECRET_KEY)
    expect(() => issueUserSig({ authenticate: () => 'alice' })).toThrow(
      /^(?!.*5bd2850f).*USERSIG_SDKAPPID is not a number/s,
    )
  })
})

describe('explain', () => {
  testExplainInProduction({ issueUserSig, requireUserSig })

  test('a Worker has to say what it is', async () => {
    const worker = await startWorker(await bundleWorker(`${apps}explaining-worker.ts`), {})
    try {
      const said = await (await fetch(worker.baseUrl)).json()
      const bare = expect.stringMatching(/does not say what it is[\s\S]+production: false/)
      expect(said).toEqual({ bare, production: expect.stringContaining('for development'), development: 'works' })
    } finally {
      await worker.close()
    }
  })
})
