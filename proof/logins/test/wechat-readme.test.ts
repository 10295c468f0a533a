import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath, pathToFileURL } from 'node:url'
import type { wechat } from '@usersig/auth'
import type { UserSigSource } from '@usersig/client'
import { issueUserSig } from '@usersig/node'
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest'
import { listen } from '../../../packages/auth/test/provider.ts'

const SECRET = 'ffffffffffffffffffffffffffffffff'
const OPENID = 'oABCD5aBcDeFgHiJkLmNoPqRsTuV'
const SESSION_KEY = 'HyVFkGl5F5OQWJZZaNzBBg=='

/** What WeChat answers to a code, once. Source of the form: code2Session in WeChat's documents. */
const answers = new Map<string, object>()
let service: Awaited<ReturnType<typeof listen>>

beforeAll(async () => {
  service = await listen((request, response) => {
    const code = new URL(request.url ?? '', 'http://localhost').searchParams.get('js_code') ?? ''
    const answer = answers.get(code) ?? { errcode: 40029, errmsg: 'invalid code' }
    answers.delete(code)
    response.setHeader('content-type', 'text/plain').end(JSON.stringify(answer))
  })
  // WeChat itself is out of reach: its host is replaced, and nothing else of the request.
  const { fetch } = globalThis
  vi.stubGlobal('fetch', (address: string, init: RequestInit) =>
    fetch(String(address).replace('https://api.weixin.qq.com', service.origin), init),
  )
})
afterAll(async () => {
  vi.unstubAllGlobals()
  await service.close()
})

describe('the two programs of the README', () => {
  const folder = fileURLToPath(new URL('../.wechat-samples/', import.meta.url))
  const readme = readFileSync(new URL('../../../packages/auth/README.md', import.meta.url), 'utf8')
  const load = async (name: string, change = (code: string) => code): Promise<Record<string, unknown>> => {
    const code = new RegExp(`^\`\`\`js ${name}\\n(.*?)^\`\`\``, 'ms').exec(readme)?.[1]
    writeFileSync(`${folder}${name}.mjs`, change(code ?? expect.fail(`the README has no ${name}`)))
    return await import(/* @vite-ignore */ pathToFileURL(`${folder}${name}.mjs`).href)
  }
  beforeAll(() => mkdirSync(folder, { recursive: true }))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  afterEach(() => vi.unstubAllEnvs())

  test('log a user in, with a new code each time', async () => {
    vi.stubEnv('WECHAT_APP_SECRET', SECRET)
    for (const code of ['code-1', 'code-2']) answers.set(code, { openid: OPENID, session_key: SESSION_KEY })
    const { authenticate } = await load('server')
    const credentials = { sdkAppId: 1400000000, secretKey: 'a key of these tests' }
    const server = await listen(issueUserSig({ credentials, authenticate: authenticate as ReturnType<typeof wechat> }))
    let logins = 0
    // What WeChat gives to a mini program. The request itself is real.
    vi.stubGlobal('wx', {
      login: ({ success }: { success(answer: { code: string }): void }) => success({ code: `code-${++logins}` }),
      request: async (sent: { url: string; method: string; header: HeadersInit; success(answer: object): void }) => {
        const response = await fetch(sent.url, { method: sent.method, headers: sent.header })
        const header = Object.fromEntries(response.headers)
        sent.success({ statusCode: response.status, header, data: await response.json() })
      },
    })
    const { source } = await load('mini-program', (code) => code.replace('https://api.example.com', server.origin))
    const tickets = source as UserSigSource
    expect(await tickets.get()).toMatchObject({ userId: OPENID, sdkAppId: 1400000000 })
    expect(await tickets.refresh()).toMatchObject({ userId: OPENID })
    expect(logins).toBe(2)
    tickets.stop()
    await server.close()
  })
})
