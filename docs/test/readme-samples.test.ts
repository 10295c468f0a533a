import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { basename, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { createUserSigner } from '@usersig/core'
import { issueUserSig } from '@usersig/edge'
import type { Express } from 'express'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ROOT } from '../generate/root.ts'
import { type Block, findBlocks, findMarkdown } from './readme-samples/blocks.ts'
import { type CommandLine, findFaults, parseCommands } from './readme-samples/commands.ts'
import {
  buildExample,
  copyExample,
  type Example,
  fillIn,
  runSession,
  SETTINGS,
  sendCurl,
  startExample,
} from './readme-samples/examples.ts'
import { runFragment } from './readme-samples/fragments.ts'
import { findRunner, RUNNERS } from './readme-samples/runners.ts'
import type { Running } from './support/programs.ts'
import { compile } from './support/type-check.ts'

const HERE = 'docs/test/readme-samples.test.ts'
const blocks = findMarkdown().flatMap(findBlocks)
const place = ({ file, line, info }: Block) => `${file}:${line} ${info}`
const ours = (file: string, language: string) =>
  blocks.filter((block) => block.file === file && block.language === language && findRunner(block)?.test === HERE)
const only = (file: string, language: string): Block => {
  const found = ours(file, language)
  return found.length === 1 && found[0] ? found[0] : expect.fail(`${found.length} blocks of ${language} in ${file}`)
}

/** The blocks of JSON of a page; some show a part of an object. */
const jsonOf = (file: string): Record<string, unknown>[] =>
  ours(file, 'json').map(({ code }) => JSON.parse(code.startsWith('{') ? code : `{${code}}`))

const ADAPTERS = ['node', 'express-middleware', 'fastify', 'koa', 'nestjs-module', 'edge', 'hono']
const SAMPLES = join(ROOT, 'docs/test/.samples')

interface Answer extends Record<string, unknown> {
  readonly issuedAt: number
  readonly expire: number
  readonly expiresAt: number
}

const credentials = { sdkAppId: Number(SETTINGS['USERSIG_SDKAPPID']), secretKey: SETTINGS['USERSIG_SECRETKEY'] ?? '' }
const signer = createUserSigner(credentials)

describe('every block of code', () => {
  test('is run by a test, or has a reason', () => {
    expect(blocks.length).toBeGreaterThan(100)
    expect(blocks.filter((block) => !findRunner(block)).map(place)).toEqual([])
  })

  test.each(RUNNERS)('$name', ({ name, test: path, reason }) => {
    const taken = blocks.filter((block) => findRunner(block)?.name === name)
    expect(taken.length).toBeGreaterThan(0)
    if (path === undefined) return expect(reason).toBeTruthy()
    // A test that no longer reads the file would run nothing of it.
    const text = readFileSync(join(ROOT, path), 'utf8')
    const readsPages = path === HERE || text.includes('findExamples()')
    for (const { file } of taken) if (!readsPages) expect(text).toContain(basename(file))
  })
})

describe('command lines', () => {
  const shell = blocks.filter((block) => block.language === 'sh' && findRunner(block)?.test === HERE)

  test.each(shell.map((block) => [place(block), block] as const))('%s: all that they name is there', (_, block) => {
    expect(parseCommands(block.code).length).toBeGreaterThan(0)
    expect(findFaults(block)).toEqual([])
  })

  test('what is not there is found', () => {
    const file = 'examples/bun/README.md'
    const faultsOf = (code: string) => findFaults({ file, line: 1, info: 'sh', language: 'sh', code })
    expect(faultsOf('npm run nothing\nbun nothing\nnpm install nothing-like-it @usersig/nothing')).toEqual([
      'no script nothing',
      'no script nothing',
      'nothing-like-it is not in the catalog',
    ])
    expect(faultsOf('cp missing here && node gone.js\nmake all; npx nothing')).toEqual([
      'no file missing',
      'no file gone.js',
      'nobody knows the program make',
      'nobody knows the program nothing',
    ])
    expect(faultsOf('usersig sign alice --nonsense | usersig nonsense\nnpm run fuzz -- --nothing')).toEqual([
      '--nonsense',
      'usersig has no command nonsense',
      '--nothing',
    ])
    expect(faultsOf('COOKIE=$(bun run session alice)  # a cookie; more\nexport A=1 B=2\nA=1 bun start &')).toEqual([])
  })

  test('scripts that texts name exist', () => {
    const scripts = new Set(Object.keys(JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).scripts))
    const named = findMarkdown()
      .filter((file) => !file.startsWith('examples/'))
      .flatMap((file) =>
        [...readFileSync(join(ROOT, file), 'utf8').matchAll(/`npm run ([\w:]+)/g)].map(([, name]) => [file, name]),
      )
    expect(named.length).toBeGreaterThan(5)
    expect(named.filter(([, name]) => !scripts.has(name as string))).toEqual([])
  })
})

describe('the README of proof/fuzz', () => {
  const single = parseCommands(only('proof/fuzz/README.md', 'sh').code).filter(({ args }) => args.includes('--case'))

  test.each(single.map(({ args }) => args.slice(args.indexOf('--') + 1)))('runs one case: %s %s %s %s', (...args) => {
    const program = ['--expose-gc', join(ROOT, 'proof/fuzz/src/main.ts'), ...args]
    const { stdout } = spawnSync(process.execPath, program, { encoding: 'utf8' })
    expect(stdout).toContain('100.00 %')
  })
})

describe.each(['bun', 'cloudbase', 'deno', 'egg', 'fastify', 'hono', 'midway', 'nextjs', 'workers'])(
  'the README of examples/%s',
  (name) => {
    const [setUp = [], login = [], guarded = []] = blocks
      .filter(({ file, language }) => file === `examples/${name}/README.md` && language === 'sh')
      .map(({ code }) => parseCommands(code))
    let example: Example
    let running: Running
    beforeAll(async () => {
      example = copyExample(name)
      const settings = setUp.find(({ program, args }) => program === 'cp' && args[0]?.endsWith('.example'))
      // What is copied into another app there is here already.
      fillIn(
        example,
        (settings?.args ?? []).map((path) => path.replace('my-app/', '')),
      )
      buildExample(example, setUp)
      running = await startExample(example, setUp.at(-1) as CommandLine)
    })
    afterAll(async () => {
      await running?.close()
      example.remove()
    })

    test('leads to a ticket, and through the guard', async () => {
      const [session, plain, room] = login as [CommandLine, CommandLine, CommandLine]
      const variables: Record<string, string> = { COOKIE: runSession(example, session) }
      const first = await sendCurl(plain, running.origin, variables)
      expect(first.status).toBe(200)
      const { userSig } = (await first.json()) as { userSig: string }
      expect(signer.verifyUserSig(userSig).userId).toBe('alice')

      const { privateMapKey } = (await (await sendCurl(room, running.origin, variables)).json()) as Record<
        string,
        string
      >
      expect(signer.verifyPrivateMapKey(privateMapKey ?? '', { strRoomId: 'lobby' }).userId).toBe('alice')

      variables['USERSIG'] = userSig
      const answer = await sendCurl(guarded[0] as CommandLine, running.origin, variables)
      expect([answer.status, await answer.json()]).toEqual([200, { userId: 'alice' }])
    })
  },
)

describe('answers that READMEs show', () => {
  const issued = Object.keys(signer.issue('alice'))

  test.each(ADAPTERS)('of packages/%s have the fields of a real one', (name) => {
    const shown = jsonOf(`packages/${name}/README.md`).find((json) => 'userSig' in json) as Answer
    expect(Object.keys(shown)).toEqual(issued)
    expect(shown.expiresAt).toBe(shown.issuedAt + shown.expire)
    expect(shown.expire).toBe(signer.issue('alice').expire)
  })

  test('of the demo is what the endpoint sends to who asks too often', async () => {
    const [shown] = jsonOf('apps/demo/README.md')
    const issue = issueUserSig({ credentials, authenticate: () => 'alice', limit: () => ({ retryAfter: 60 }) })
    const answer = await issue(new Request('https://example.com/usersig', { method: 'POST' }))
    expect(shown).toEqual(await answer.json())
  })

  test('the rate limit of packages/edge is the one of the example for Workers', () => {
    const shown = jsonOf('packages/edge/README.md').find((json) => 'ratelimits' in json)
    const config = readFileSync(join(ROOT, 'examples/workers/wrangler.jsonc'), 'utf8')
    const { ratelimits } = JSON.parse(config.replace(/^\s*\/\/.*$/gm, ''))
    expect(shown?.['ratelimits']).toEqual(ratelimits)
  })
})

test('what packages/express-middleware adds to types fits its samples', () => {
  mkdirSync(SAMPLES, { recursive: true })
  const folder = mkdtempSync(join(SAMPLES, 'express-'))
  try {
    const additions = ours('packages/express-middleware/README.md', 'ts').map(({ code }) => code)
    const app = `import type {} from 'express-session'
import type {} from 'passport'
import { issueUserSig, toUserId } from '@usersig/express-middleware'
${additions.join('\n')}
export const routes = [
  issueUserSig({ authenticate: (req) => req.session.userId }),
  issueUserSig({ authenticate: (req) => req.user && toUserId(req.user.id) }),
]
`
    writeFileSync(join(folder, 'app.ts'), app)
    expect(additions.length).toBe(2)
    expect(compile(folder, { module: 'NodeNext', types: ['node', 'express'], noEmit: true })).toBe('')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})

/** Modules of packages that docs/ does not depend on. */
async function load(path: string): Promise<Record<string, unknown>> {
  return await import(/* @vite-ignore */ pathToFileURL(join(ROOT, path)).href)
}

describe('the README of packages/contract', async () => {
  const modules = {
    '@usersig/contract': await load('packages/contract/src/index.ts'),
    '@usersig/contract/fixture': await load('packages/contract/src/fixture.ts'),
    '@usersig/contract/vitest': await load('packages/contract/src/vitest.ts'),
  }
  const { contractApp, VERSIONS } = (await load('packages/express-middleware/test/apps.ts')) as {
    contractApp(express: unknown): Express
    VERSIONS: [[name: string, express: unknown]]
  }
  const app = contractApp(VERSIONS[0][1])
  const [options, vitest, cases, across, ...others] = ours('packages/contract/README.md', 'ts').map(({ code }) => code)

  test('has the samples that are run here', () => {
    expect(others).toEqual([])
    for (const code of [options, vitest, cases, across]) expect(code).toContain("from '@usersig/contract")
  })

  test('gives the options of an app', async () => {
    const { issue, guard } = await runFragment(
      (options ?? '')
        .replace('issueOptions((', 'const issue = issueOptions((')
        .replace('\nguardOptions()', '\nconst guard = guardOptions()'),
      modules,
      ['issue', 'guard'],
    )
    const { authenticate } = issue as { authenticate(request: Request): unknown }
    expect(authenticate(new Request('https://example.com', { headers: { 'x-test-user': 'alice' } }))).toBe('alice')
    expect(guard).toMatchObject({ credentials: { sdkAppId: expect.any(Number) } })
  })

  // The whole contract, one test for each case.
  await runFragment(vitest ?? '', { ...modules, app, once })

  test('runs it with anything else, and across adapters', async () => {
    const servers = [app.listen(0, '127.0.0.1'), app.listen(0, '127.0.0.1')]
    await Promise.all(servers.map((server) => once(server, 'listening')))
    const [issuer, verifier] = servers.map((server) => ({
      baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    }))
    await runFragment((cases ?? '').replace('http://127.0.0.1:8787', issuer?.baseUrl ?? ''), modules)
    await runFragment(across ?? '', { ...modules, issuer, verifier })
    await expect(
      runFragment(across ?? '', { ...modules, issuer, verifier: { baseUrl: 'http://127.0.0.1:1' } }),
    ).rejects.toThrow()
    for (const server of servers) {
      server.close()
      server.closeAllConnections()
    }
  })
})
