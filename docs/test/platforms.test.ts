import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseEnv } from 'node:util'
import { createUserSigner } from '@usersig/core'
import { createFakeProvider, type FakeProvider } from '@usersig/testing'
import { io } from 'socket.io-client'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { readCode, readCodeBlocks } from './support/code-blocks.ts'
import { type DemoLogin, startDemoLogin } from './support/demo-login.ts'
import { CALLS, GENERATED, TYPES } from './support/platforms.ts'
import { type Running, startServer } from './support/programs.ts'
import { compile } from './support/type-check.ts'

// Each platform's own program runs the same files in `npm run strangers -- platform`.
const SAMPLES = fileURLToPath(new URL('.samples/', import.meta.url))

const blocks = readCodeBlocks('docs/platforms.md')
const [dotEnv = expect.fail('there is no .env')] = blocks.filter(({ file }) => file === '.env')
const env = parseEnv(dotEnv.code) as Record<string, string>
const signer = createUserSigner({ sdkAppId: env['USERSIG_SDKAPPID'], secretKey: env['USERSIG_SECRETKEY'] })

const sections = [...new Set(blocks.filter(({ language }) => language === 'ts').map(({ section }) => section))]
const filesOf = (section: string) => blocks.filter((block) => block.section === section && block.file)
const commandsOf = (section: string) => blocks.filter((block) => block.section === section && !block.file)

let folder: string
let login: DemoLogin
/** Of the section on Supabase, which has users of its own. */
let supabase: FakeProvider
let restoreFetch: () => void
const folderOf = (section: string) => join(folder, section.replaceAll(/\W+/g, '-'))
beforeAll(async () => {
  login = await startDemoLogin()
  supabase = await createFakeProvider({ issuer: 'https://abcdefgh.supabase.co/auth/v1' })
  restoreFetch = supabase.install()
  mkdirSync(SAMPLES, { recursive: true })
  folder = mkdtempSync(join(SAMPLES, 'platforms-'))
  for (const section of sections) for (const { file, code } of [dotEnv, ...filesOf(section)]) write(section, file, code)
  for (const [name, value] of Object.entries(env)) vi.stubEnv(name, login.inPlace(value))
})
afterAll(async () => {
  vi.unstubAllEnvs()
  restoreFetch()
  await login.close()
  rmSync(folder, { recursive: true, force: true })
})

function write(section: string, file = '', code: string): void {
  const path = join(folderOf(section), file)
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, login.inPlace(code))
}

/** What the line of `curl` of a section sends. */
async function requestOf(section: string): Promise<Request> {
  const { code } = commandsOf(section).find((block) => block.code.startsWith('curl ')) ?? expect.fail(section)
  const path = section === 'Vercel' ? '/api/usersig' : '/usersig'
  const [line = ''] = code.split('\n')
  expect(line).toMatch(new RegExp(`^curl -X POST http://localhost:\\d+[\\w/]*${path} `))
  const token = await supabase.token({ sub: 'alice', aud: 'authenticated', role: 'authenticated' })
  const filled = (await login.substitute(line)).replace('$ACCESS_TOKEN', token)
  expect(filled.includes(token)).toBe(section === 'Supabase')
  const headers = new Headers()
  for (const [, name = '', value = ''] of filled.matchAll(/-H ['"]([^:]+): ([^'"]+)['"]/g)) headers.set(name, value)
  return new Request(`http://localhost:3000${path}`, { method: 'POST', headers })
}

test('the page has its reader start the login whose tokens the lines of curl fetch', () => {
  expect(blocks.map(({ code }) => code.trim())).toContain('npx usersig demo-login')
  expect(env).toMatchObject({ LOGIN_ISSUER: 'http://localhost:4100', LOGIN_AUDIENCE: 'my-api' })
})

test('the Chinese text has the same code', () => {
  expect(readCode('docs/platforms.zh-CN.md')).toEqual(readCode('docs/platforms.md'))
})

test('the types of all files fit', () => {
  for (const section of sections) {
    for (const [file, code] of Object.entries(GENERATED)) write(section, file, code)
  }
  writeFileSync(join(folder, 'platforms.d.ts'), TYPES)
  const module = { module: 'ESNext', moduleResolution: 'bundler', allowImportingTsExtensions: true, noEmit: true }
  expect(compile(folder, { ...module, types: ['node'], exactOptionalPropertyTypes: true })).toBe('')
})

describe.each(sections)('the section on %s', (section) => {
  const code = filesOf(section)
    .map((block) => block.code)
    .join('')

  test('takes the user from a login that is verified', () => {
    if (section === 'Supabase')
      expect(code).toContain("authenticate: supabase({ url: 'https://abcdefgh.supabase.co' })")
    else expect(code).toMatch(/jwt\(\{ issuer: .*\bLOGIN_ISSUER\b.*, audience: .*\bLOGIN_AUDIENCE\b.* \}\)/)
    // What follows in a file of its own is the client.
    expect(code.split('createUserSigSource')[0]).not.toMatch(/=== 'Bearer|new Map/)
  })

  test('installs what it imports of ours', () => {
    const install = commandsOf(section).find((block) => /^\w+ (install|add) /.test(block.code))?.code ?? ''
    const imports = [...code.matchAll(/from '(@usersig\/[\w-]+)/g)].map(([, name]) => name ?? '')
    for (const name of imports) expect(install.trim().split(' ')).toContain(name)
  })
})

describe.each(Object.keys(CALLS))('the file for %s', (section) => {
  test('answers as the text says', async () => {
    const ask = (await CALLS[section]?.(join(folderOf(section), filesOf(section).at(-1)?.file ?? ''))) ?? expect.fail()
    const request = await requestOf(section)
    const response = await ask(request)
    expect(response.status).toBe(200)
    const { userSig, userId } = (await response.json()) as { userSig: string; userId: string }
    expect([userId, signer.verifyUserSig(userSig).userId]).toEqual(['alice', 'alice'])
    expect((await ask(new Request(request.url, { method: 'POST' }))).status).toBe(401)
    const forged = { authorization: `${request.headers.get('authorization')?.slice(0, -6)}AAAAAA` }
    expect((await ask(new Request(request.url, { method: 'POST', headers: forged }))).status).toBe(401)
  })
})

describe('Elysia', () => {
  let running: Running
  beforeAll(async () => {
    running = await startServer('bun server.ts', folderOf('Elysia'))
  })
  afterAll(() => running?.close())

  test('answers as the text says, and leaves the body to the handler', async () => {
    const { headers } = await requestOf('Elysia')
    const post = (body: string | null) => fetch(`${running.origin}/usersig`, { method: 'POST', headers, body })
    expect(await (await post(null)).json()).toMatchObject({ userId: 'alice' })
    expect((await post('{"strRoomId":"lobby"}')).status).toBe(403)
    expect((await post('{"strRoomId":')).status).toBe(400)
  })
})

describe.each(['tRPC', 'socket.io'])('%s', (section) => {
  let running: Running
  beforeAll(async () => {
    running = await startServer(commandsOf(section)[1]?.code.trim() ?? '', folderOf(section))
    const client = filesOf(section).at(-1)?.code ?? ''
    write(section, 'client.mts', client.replaceAll('http://localhost:3000', running.origin))
  })
  afterAll(() => running?.close())

  test('gives its client a ticket', async () => {
    const [line = '', comment = ''] = commandsOf(section).at(-1)?.code.split('\n') ?? []
    const [, ...args] = line.split(' ')
    const client = spawn(process.execPath, args, { cwd: folderOf(section) })
    try {
      const [said] = await once(client.stdout, 'data')
      expect(String(said)).toContain(comment.replace(/^# |…$/g, ''))
    } finally {
      client.kill()
    }
  })

  test('gives nobody else one', async () => {
    if (section === 'tRPC') {
      const headers = { 'content-type': 'application/json' }
      expect((await fetch(`${running.origin}/userSig`, { method: 'POST', headers })).status).toBe(401)
      const forged = { ...headers, authorization: 'Bearer another' }
      expect((await fetch(`${running.origin}/userSig`, { method: 'POST', headers: forged })).status).toBe(401)
      return
    }
    for (const auth of [{}, { token: 'another' }]) expect(await errorOf(running.origin, auth)).toBe('unauthenticated')
    const foreign = createUserSigner({ sdkAppId: 1400000000, secretKey: 'another key' }).genUserSig('alice')
    for (const auth of [{}, { userSig: 'x' }, { userSig: {} }, { userSig: foreign }])
      expect(await errorOf(`${running.origin}/live`, auth)).toBe('unauthenticated')
  })
})

test('a request without a callback does not end the server of socket.io', async () => {
  const running = await startServer(commandsOf('socket.io')[1]?.code.trim() ?? '', folderOf('socket.io'))
  const token = await login.substitute('$(curl -fsS http://localhost:4100/token/alice)')
  const socket = io(running.origin, { auth: { token }, forceNew: true })
  try {
    socket.emit('userSig')
    socket.emit('userSig', 'no function')
    expect(await socket.timeout(5000).emitWithAck('userSig')).toMatchObject({ userId: 'alice' })
  } finally {
    socket.close()
    await running.close()
  }
})

/** Why a socket is refused. */
async function errorOf(url: string, auth: object): Promise<string> {
  const socket = io(url, { auth, forceNew: true })
  try {
    return await new Promise((resolve) => {
      socket.on('connect', () => resolve('connected'))
      socket.on('connect_error', ({ message }) => resolve(message))
    })
  } finally {
    socket.close()
  }
}
