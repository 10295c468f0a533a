import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { createUserSigner } from '@usersig/core'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type CodeBlock, readCode, readCodeBlocks } from './support/code-blocks.ts'
import { type DemoLogin, startDemoLogin } from './support/demo-login.ts'
import { openPage, startBrowser } from './support/page.ts'
import type { Running } from './support/programs.ts'
import { runCommands } from './support/stacks.ts'
import { compile } from './support/type-check.ts'

// Inside of the package, so that the names of packages lead to those of the repository.
const SAMPLES = fileURLToPath(new URL('.samples/', import.meta.url))
const USERSIG = fileURLToPath(new URL('../node_modules/usersig/dist/main.js', import.meta.url))

const blocks = readCodeBlocks('docs/quick-start.md')
const [dotEnv = expect.fail('there is no .env')] = blocks.filter(({ file }) => file === '.env')
const { USERSIG_SDKAPPID, USERSIG_SECRETKEY = '' } = parseEnv(dotEnv.code)
const signer = createUserSigner({ sdkAppId: Number(USERSIG_SDKAPPID), secretKey: USERSIG_SECRETKEY })

/** What a section on a stack holds. */
interface Stack {
  readonly install: string
  readonly files: readonly CodeBlock[]
  readonly run: string
  readonly curl: string
}

const stacks = new Map<string, Stack>()
for (const { section } of blocks.filter(({ code }) => code.startsWith('curl '))) {
  const own = blocks.filter((block) => block.section === section)
  const [install = '', run = '', curl = ''] = own.filter(({ file }) => !file).map(({ code }) => code)
  stacks.set(section, { install, files: own.filter(({ file }) => file), run, curl })
}
const names = [...stacks.keys()]

let folder: string
let browser: Browser
let login: DemoLogin
beforeAll(async () => {
  mkdirSync(SAMPLES, { recursive: true })
  folder = mkdtempSync(join(SAMPLES, 'quick-start-'))
  login = await startDemoLogin()
  for (const [name, { files }] of stacks) writeFiles(join(folder, name), [dotEnv, ...files])
  browser = await startBrowser()
})
afterAll(async () => {
  await browser?.close()
  await login?.close()
  rmSync(folder, { recursive: true, force: true })
})

function writeFiles(to: string, files: readonly CodeBlock[]): void {
  for (const { file = '', code } of files) {
    mkdirSync(dirname(join(to, file)), { recursive: true })
    writeFileSync(join(to, file), login.inPlace(code))
  }
}

/** Does what a line with `curl` says, and gives what its comment expects. */
async function parseCurl(curl: string) {
  const pattern =
    /^curl -X (\w+) http:\/\/localhost:3000(\S+) -H "([\w-]+): (Bearer \$\(curl -fsS http:\/\/localhost:4100\/\S+\))"\n# (.*)\n$/
  const [, method = '', path = '', header = '', value = '', answer = ''] = pattern.exec(curl) ?? expect.fail(curl)
  return { method, path, headers: { [header]: await login.substitute(value) }, expected: JSON.parse(answer) }
}

test('there is a server for each stack', () => {
  expect(names).toEqual([
    'Node.js',
    'Express',
    'NestJS',
    'Fastify',
    'Koa',
    'Cloudflare Workers',
    'Deno',
    'Bun',
    'Hono',
    'Next.js',
    'CloudBase, SCF, Lambda',
  ])
})

test('the Chinese text has the same code', () => {
  expect(readCode('docs/quick-start.zh-CN.md')).toEqual(readCode('docs/quick-start.md'))
})

describe.each(names)('the server for %s', (name) => {
  const { install, files, run, curl } = stacks.get(name) as Stack
  const code = files.map((file) => file.code).join('')

  test('installs what it imports', () => {
    const imports = [...code.matchAll(/from '((?:@[\w-]+\/)?[\w-]+)[^:']*'/g)].map(([, from]) => from)
    const given = ['@nestjs/common', '@nestjs/core'] // come with a project of Nest
    const wanted = imports.filter((from) => !given.includes(from as string))
    expect(install.trim().replaceAll('npm:', '').split(' ').slice(2).sort()).toEqual(wanted.sort())
  })

  test('takes the user from a login that is verified, as .env says', () => {
    const variable = (name: string) => `(process\\.env\\.|env\\.|Deno\\.env\\.get\\(')LOGIN_${name}`
    expect(code).toMatch(
      new RegExp(`jwt\\(\\{ issuer: ${variable('ISSUER')}\\b.*, audience: ${variable('AUDIENCE')}\\b.* \\}\\)`),
    )
    expect(code).not.toMatch(/alice|demo/i)
  })

  describe('when it runs', () => {
    let running: Running
    beforeAll(async () => {
      running = await runCommands(run, join(folder, name))
    })
    afterAll(() => running?.close())

    test('answers as the text says', async () => {
      const { method, path, headers, expected } = await parseCurl(curl)
      const response = await fetch(running.origin + path, { method, headers })
      expect(response.status).toBe(200)
      const answer = (await response.json()) as typeof expected
      expect(Object.keys(answer)).toEqual(Object.keys(expected))
      const { userSig, issuedAt, expiresAt, ...rest } = expected
      expect(answer).toMatchObject(rest)
      expect(answer.userSig.slice(0, 3)).toBe(userSig.slice(0, 3))
      expect(answer.expiresAt - answer.issuedAt).toBe(expiresAt - issuedAt)
      expect(signer.verifyUserSig(answer.userSig).userId).toBe('alice')
    })

    test('gives nothing to strangers, and nobody the ticket of another', async () => {
      const { method, path, headers } = await parseCurl(curl)
      expect((await fetch(running.origin + path, { method })).status).toBe(401)
      const [head, , signature] = (headers['authorization'] ?? '').split('.')
      const claims = Buffer.from(
        JSON.stringify({ iss: login.inPlace('http://localhost:4100'), aud: 'my-api', sub: 'bob' }),
      )
      const forged = { authorization: `${head}.${claims.toString('base64url')}.${signature}` }
      expect((await fetch(running.origin + path, { method, headers: forged })).status).toBe(401)
      const json = { ...headers, 'content-type': 'application/json' }
      const body = JSON.stringify({ userId: 'bob' })
      expect((await fetch(running.origin + path, { method, headers: json, body })).status).toBe(400)
    })
  })
})

test('the samples in TypeScript fit the types', () => {
  const checked = join(folder, 'types')
  for (const [name, { files }] of stacks) {
    if (name !== 'NestJS') writeFiles(join(checked, name), files)
  }
  // As the two runtimes have them, as far as they are used.
  writeFileSync(
    join(checked, 'globals.d.ts'),
    `type Handler = (request: Request) => Promise<Response>
    declare const Deno: {
      env: { get(name: string): string | undefined }
      serve(options: { port: number }, handler: Handler): void
    }
    declare const Bun: { serve(options: { port: number | string; routes: Record<string, Handler> }): void }
    declare module 'cloudflare:workers' {
      const env: Record<'LOGIN_ISSUER' | 'LOGIN_AUDIENCE', string>
    }`,
  )
  expect(compile(checked, { module: 'NodeNext', types: ['node'], noEmit: true })).toBe('')
})

describe('the app', () => {
  const files = blocks.filter(({ section, file }) => section === '3. The app' && file)
  let server: Running
  beforeAll(async () => {
    server = await runCommands(stacks.get('Node.js')?.run ?? '', join(folder, 'Node.js'))
  })
  afterAll(() => server?.close())

  /** What the page says in the end, with its files changed and a service of another key where that is asked for. */
  async function logIn(change = (code: string) => code, serviceSigner = signer): Promise<string> {
    const root = mkdtempSync(join(folder, 'app-'))
    const local = (code: string) => change(code.replace('http://localhost:3000', server.origin))
    writeFiles(
      root,
      files.map((file) => ({ ...file, code: local(file.code) })),
    )
    return await openPage(browser, root, serviceSigner)
  }

  test('installs what it imports', () => {
    const [install] = blocks.filter(({ section }) => section === '3. The app')
    for (const { code } of files) {
      for (const [, from] of code.matchAll(/from '((?:@[\w-]+\/)?[\w-]+)/g)) expect(install?.code).toContain(from)
    }
  })

  test('logs in with the ticket of the server', async () => {
    expect(await logIn()).toBe('alice is logged in')
  })

  test('says that the server cannot reach the login', async () => {
    const down = join(folder, 'no-login')
    writeFiles(down, stacks.get('Node.js')?.files ?? [])
    writeFileSync(join(down, '.env'), dotEnv.code.replace('http://localhost:4100', 'http://localhost:1'))
    const running = await runCommands(stacks.get('Node.js')?.run ?? '', down)
    try {
      const said = await logIn((code) => code.replace(server.origin, running.origin))
      const [code = ''] = /^login failed: \w+/.exec(said) ?? []
      expect(code).toBe('login failed: unavailable')
      expect(readFileSync(new URL('../quick-start.md', import.meta.url), 'utf8')).toContain(`- \`${code}\``)
    } finally {
      await running.close()
    }
  }, 90_000)

  test('says what went wrong, in the words of the list', async () => {
    const otherKey = createUserSigner({ sdkAppId: signer.sdkAppId, secretKey: 'another key' })
    const later = createUserSigner({
      sdkAppId: signer.sdkAppId,
      secretKey: USERSIG_SECRETKEY,
      now: () => new Date(Date.now() + 8 * 86_400_000),
    })
    const unchanged = (code: string) => code
    const said = await Promise.all([
      logIn((code) => code.replace('/token/alice', '/token/')),
      logIn((code) => code.replace(server.origin, 'http://localhost:1')),
      logIn(unchanged, otherKey),
      logIn(unchanged, later),
    ])
    const codes = said.map((text) => /^login failed: \w+/.exec(text)?.[0])
    expect(codes).toEqual(['unauthenticated', 'http_502', '70009', '70001'].map((code) => `login failed: ${code}`))
    const list = readFileSync(new URL('../quick-start.md', import.meta.url), 'utf8')
    for (const code of codes) expect(list).toContain(`- \`${code}\``)
  })
})

const STOPPING = ['Node.js', 'Express', 'NestJS', 'Fastify', 'Koa', 'Deno', 'Bun', 'Hono']

test.each(STOPPING)('%s stops without the .env', async (name) => {
  const bare = join(folder, `${name} bare`)
  writeFiles(bare, [{ ...dotEnv, code: '' }, ...(stacks.get(name)?.files ?? [])])
  const { run = '' } = stacks.get(name) ?? {}
  await expect(runCommands(run, bare)).rejects.toThrow('issuer is missing')
  writeFiles(bare, [{ ...dotEnv, code: dotEnv.code.replace(/^USERSIG_.*$/gm, '') }])
  await expect(runCommands(run, bare)).rejects.toThrow(/SDKAPPID|sdkAppId|secretKey/)
})

test('the page has its reader start the login whose token the line of curl fetches', () => {
  const lines = blocks.filter(({ section }) => section === '1. The key').map(({ code }) => code.trim())
  expect(lines).toContain('npx usersig demo-login')
  expect(parseEnv(dotEnv.code)).toMatchObject({ LOGIN_ISSUER: 'http://localhost:4100', LOGIN_AUDIENCE: 'my-api' })
})

test('the doctor and the table of codes know the ticket and the code', async () => {
  const lines = blocks.filter(({ code }) => code.startsWith('npx usersig doctor ')).map(({ code }) => code.trim())
  expect(lines).toEqual(["npx usersig doctor 'eAG…' --key-file .env --user alice"])
  const ticket = signer.genUserSig('alice')
  const words = lines[0]?.replace("'eAG…'", ticket).split(' ').slice(2) ?? []
  const doctor = usersig(words)
  expect([doctor.status, doctor.stdout]).toEqual([0, expect.stringContaining('by the key of SDKAppID 1400000000')])
  expect(usersig(['explain', '70013']).status).toBe(0)
})

function usersig(words: readonly string[]) {
  return spawnSync(process.execPath, [USERSIG, ...words], { cwd: join(folder, 'Node.js'), encoding: 'utf8' })
}
