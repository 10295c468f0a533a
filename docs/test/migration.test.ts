import { spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { createUserSigner, decodeUserSig } from '@usersig/core'
import { diagnose } from '@usersig/doctor'
import { issueUserSig } from '@usersig/node'
import { Api } from '@usersig/node/compat'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readCode, readCodeBlocks } from './support/code-blocks.ts'
import { MISTAKES } from './support/mistakes.ts'
import { openPage, startBrowser } from './support/page.ts'
import { type AnyApi, REFUSALS } from './support/refusals.ts'
import { compile } from './support/type-check.ts'

const require = createRequire(import.meta.url)
const SAMPLES = fileURLToPath(new URL('.samples/', import.meta.url))
const USERSIG = fileURLToPath(new URL('../node_modules/usersig/dist/main.js', import.meta.url))
/** Tencent's own generator, which comes with the package whose types the client is checked against. */
const GENERATOR = fileURLToPath(new URL('../node_modules/@tencentcloud/call-uikit-react/debug', import.meta.url))

const blocks = readCodeBlocks('docs/migration.md')
const codeOf = (name: string) => blocks.find(({ file }) => file === name)?.code ?? expect.fail(`there is no ${name}`)
const text = readFileSync(new URL('../migration.md', import.meta.url), 'utf8')

const SDK_APP_ID = 1400000000
const SECRET_KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
const signer = createUserSigner({ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY })
const { Api: OfficialApi } = require('tls-sig-api-v2') as { Api: AnyApi }
const NOW = 1_795_000_000

let folder: string
beforeAll(() => {
  mkdirSync(SAMPLES, { recursive: true })
  folder = mkdtempSync(join(SAMPLES, 'migration-'))
  for (const { file, code } of blocks) if (file) write(file, code)
  write('.env', `USERSIG_SDKAPPID=${SDK_APP_ID}\nUSERSIG_SECRETKEY=${SECRET_KEY}\n`)
  vi.stubEnv('USERSIG_SDKAPPID', String(SDK_APP_ID))
  vi.stubEnv('USERSIG_SECRETKEY', SECRET_KEY)
})
afterAll(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

function write(file: string, code: string): string {
  const path = join(folder, file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, code)
  return path
}

/** What a program prints at the moment NOW. */
async function print(file: string): Promise<string[]> {
  vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 })
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  try {
    const path = join(folder, file)
    delete require.cache[path]
    if (file.endsWith('.cjs')) require(path)
    else await import(/* @vite-ignore */ pathToFileURL(path).href)
    return log.mock.calls.map(([line]) => line)
  } finally {
    log.mockRestore()
    vi.useRealTimers()
  }
}

/** What a ticket holds, its signature included. */
function look(ticket: string) {
  const { document, claims } = decodeUserSig(ticket)
  return { claims, signature: JSON.parse(document)['TLS.sig'] }
}

test('the Chinese text has the same code', () => {
  expect(readCode('docs/migration.zh-CN.md')).toEqual(readCode('docs/migration.md'))
})

describe('from tls-sig-api-v2', () => {
  test('one import changes, and no string', async () => {
    const [before, after] = [codeOf('before.cjs'), codeOf('after.cjs')]
    expect(before.replace('tls-sig-api-v2', '@usersig/node/compat')).toBe(after)
    const tickets = await print('before.cjs')
    expect(tickets.length).toBe(3)
    expect(await print('after.cjs')).toEqual(tickets)
  })

  test('the typed way gives the same claims and signatures', async () => {
    const tickets = await print('typed.mts')
    expect(tickets.map(look)).toEqual((await print('before.cjs')).map(look))
    expect(signer.verifyUserSig(tickets[0] ?? '', { now: NOW }).expire).toBe(86_400)
    const { room } = signer.verifyPrivateMapKey(tickets[2] ?? '', { now: NOW, strRoomId: 'lobby' })
    expect(room.privilegeMap).toBe(42)
  })

  test('the typed way fits the types', () => {
    const checked = write('types/typed.mts', codeOf('typed.mts'))
    expect(compile(dirname(checked), { module: 'NodeNext', types: ['node'], noEmit: true })).toBe('')
  })

  test.each(REFUSALS)('$what is refused as $code, and signed by the official package', ({ what, code, use }) => {
    expect(text).toMatch(new RegExp(`^- \\*\\*.*${what}.*\\*\\*: \`${code}\`\\.`, 'm'))
    expect(use(OfficialApi)).toMatch(/^eJ/)
    expect(() => use(Api as AnyApi)).toThrow(expect.objectContaining({ name: 'UserSigError', code }))
  })

  test('every item of the list is tried', () => {
    const items = [...text.matchAll(/^- \*\*(.*?)\*\*: `invalid_/gm)].map(([, what]) => what ?? '')
    expect(items.length).toBeGreaterThan(0)
    expect(items.filter((item) => !REFUSALS.some(({ what }) => item.includes(what)))).toEqual([])
  })
})

describe('from a function of your own', () => {
  const load = async (path: string) =>
    (await import(/* @vite-ignore */ pathToFileURL(path).href)) as {
      genUserSig(userId: string, expire: number): string
    }
  let counter = 0

  test('it signs what our verifier accepts, and the replacement the same', async () => {
    const { genUserSig: own } = await load(join(folder, 'own.mjs'))
    const { genUserSig: replaced } = await load(join(folder, 'replaced.mjs'))
    vi.useFakeTimers({ toFake: ['Date'], now: NOW * 1000 })
    const tickets = [own('alice', 86_400), replaced('alice', 86_400)] as const
    vi.useRealTimers()
    expect(look(tickets[1])).toEqual(look(tickets[0]))
    expect(signer.verifyUserSig(tickets[0], { now: NOW, userId: 'alice' }).expire).toBe(86_400)
    expect(tickets[1].length).toBeLessThan(tickets[0].length * 1.1)
  })

  test.each(MISTAKES)('the doctor says: $told', async ({ told, change: [from, to] = ['', ''], expire = 86_400 }) => {
    expect(text).toContain(`\`${told}\``)
    const code = codeOf('own.mjs')
    expect(code).toContain(from)
    const changed = code.replace(from, to)
    const { genUserSig } = await load(write(`mistake-${counter++}.mjs`, changed))
    // Some show in the bytes of few tickets only, and those of each user and second are others.
    const users = Array.from({ length: 5000 }, (_, i) => `alice${i}`)
    const keys = [{ sdkAppId: SDK_APP_ID, secretKey: SECRET_KEY }]
    const says = (ticket: string) => diagnose(ticket, { keys }).findings.some(({ message }) => message.includes(told))
    const ticket = users.map((user) => genUserSig(user, expire)).find(says) ?? expect.fail('the doctor does not')
    const doctor = ['doctor', ticket, '--key-file', '.env', '--json']
    const { stdout } = spawnSync(process.execPath, [USERSIG, ...doctor], { cwd: folder, encoding: 'utf8' })
    expect(JSON.parse(stdout).findings).toContainEqual(
      expect.objectContaining({ message: expect.stringContaining(told) }),
    )
  })

  test('every row of the table is tried', () => {
    const [, table = ''] = text.split('| the doctor says')
    const told = [...(table.split('\n\n')[0]?.matchAll(/\| `([A-Z\w][^`]+ [^`]+)`/g) ?? [])]
    const known = MISTAKES.map((mistake) => mistake.told)
    expect(new Set(told.map(([, words]) => words))).toEqual(new Set(known))
  })
})

describe('from a generator in the app', () => {
  test('both apps log in, the one of now without a key', async () => {
    const browser = await startBrowser()
    const server = createServer(issueUserSig({ signer, authenticate: () => 'alice' })).listen(0)
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    try {
      for (const app of ['before', 'after']) {
        const root = join(folder, app)
        writeFileSync(join(root, 'index.html'), '<p>logging in</p><script type="module" src="/main.js"></script>')
        const proxy = `{ '/usersig': 'http://localhost:${port}' }`
        writeFileSync(join(root, 'vite.config.mjs'), `export default { server: { proxy: ${proxy} } }`)
        if (app === 'before') cpSync(GENERATOR, join(root, 'debug'), { recursive: true })
        expect(await openPage(browser, root, signer)).toBe('logged in')
      }
    } finally {
      server.close()
      server.closeAllConnections()
      await browser.close()
    }
    expect(codeOf('before/main.js')).toContain(SECRET_KEY)
    expect(codeOf('after/main.js')).not.toMatch(/[0-9a-f]{32}/)
  })
})
