import { createHmac } from 'node:crypto'
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createUserSigner } from '@usersig/core'
import { build } from 'esbuild'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest'
import { start } from '../../edge/test/support/start.ts'
import type { FunctionHandler } from '../src/index.ts'
import * as recorded from './events/recorded.ts'

const SAMPLES = fileURLToPath(new URL('../samples/', import.meta.url))
const credentials = { sdkAppId: 1400000000, secretKey: 'the key of these tests' }
const signer = createUserSigner(credentials)
const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const require = createRequire(import.meta.url)
const folder = mkdtempSync(join(tmpdir(), 'usersig-functions-'))

beforeAll(() => {
  // In place of the plug-in of uniCloud, which is on no registry: it knows one token.
  writeFileSync(
    join(folder, 'uni-id-common.cjs'),
    `exports.createInstance = ({ context }) => ({
      checkToken: async (token) => (token === context.token ? { errCode: 0, uid: 'alice' } : { errCode: 'uni-id-check-token-failed' }),
    })`,
  )
  copyFileSync(join(SAMPLES, 'login.cjs'), join(folder, 'login.cjs'))
})
beforeEach(() => {
  vi.stubEnv('USERSIG_SDKAPPID', String(credentials.sdkAppId))
  vi.stubEnv('USERSIG_SECRETKEY', credentials.secretKey)
  vi.stubEnv('SESSION_SECRET', 'secret of sessions')
  vi.stubEnv('TRTC_WEBHOOK_KEY', 'my key')
  vi.spyOn(console, 'error').mockImplementation(() => {})
})
afterEach(() => {
  vi.unstubAllEnvs()
  vi.restoreAllMocks()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Exports {
  readonly handler: FunctionHandler
  readonly main_handler: FunctionHandler
  readonly main: FunctionHandler
}

/** Loads a sample as a platform does, which has the package and its dependencies in one file of CommonJS. */
async function load(name: string): Promise<Exports> {
  const outfile = join(folder, `built-${name}`)
  await build({
    entryPoints: [join(SAMPLES, name)],
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node16',
    conditions: ['usersig-source'],
    alias: {
      '@usersig/functions': fileURLToPath(new URL('../src/index.ts', import.meta.url)),
      'uni-id-common': join(folder, 'uni-id-common.cjs'),
    },
    external: ['wx-server-sdk'],
    nodePaths: [fileURLToPath(new URL('../node_modules', import.meta.url))],
    outfile,
  })
  // What stays outside is found from here.
  const code = readFileSync(outfile, 'utf8')
  const module = { exports: {} as Exports }
  new Function('module', 'exports', 'require', code)(module, module.exports, require)
  return module.exports
}

const withUser = (sub: string, body?: object) => ({
  ...recorded.AWS_HTTP_API,
  headers: { 'content-type': 'application/json' },
  requestContext: { ...recorded.AWS_HTTP_API.requestContext, authorizer: { jwt: { claims: { sub } } } },
  body: body ? JSON.stringify(body) : undefined,
})

const userOf = (userSig: string) => signer.verifyUserSig(userSig).userId

test.each(readdirSync(SAMPLES))('the README shows %s as it is run here', (name) => {
  const language = name === 'scf_bootstrap' ? 'bash' : 'js'
  expect(readme).toContain(`\`\`\`${language}\n${readFileSync(join(SAMPLES, name), 'utf8')}\`\`\`\n`)
})

test('the README shows no other program', () => {
  expect(readme.match(/^```(js|ts|bash)$/gm)).toHaveLength(readdirSync(SAMPLES).length)
})

test('lambda.cjs issues to the user of the authorizer', async () => {
  const { handler } = await load('lambda.cjs')
  const answer = await handler(withUser('alice'), {})
  expect(userOf(JSON.parse(answer.body).userSig)).toBe('alice')
  const [, shown = ''] = /^```json\n(.*?)^```/ms.exec(readme) ?? []
  expect(Object.keys(JSON.parse(shown))).toEqual(Object.keys(JSON.parse(answer.body)))
})

test('scf.cjs issues to the user of the cookie', async () => {
  const { main_handler } = await load('scf.cjs')
  const ask = (cookie?: string) =>
    main_handler({ ...recorded.SCF_FUNCTION_URL, headers: cookie ? { cookie } : {}, body: '' }, {})
  const signature = createHmac('sha256', 'secret of sessions').update('alice').digest('hex')
  expect((await ask()).statusCode).toBe(401)
  expect((await ask(`session=eve.${signature}`)).statusCode).toBe(401)
  expect(userOf(JSON.parse((await ask(`a=b; session=alice.${signature}`)).body).userSig)).toBe('alice')
})

test('wechat.cjs issues to the OPENID that the platform names, by the SDK of WeChat', async () => {
  const { main } = await load('wechat.cjs')
  vi.stubEnv('WX_CONTEXT_KEYS', 'WX_OPENID,WX_APPID')
  expect(await main(recorded.WECHAT_CALL, {})).toMatchObject({ status: 401, code: 'unauthenticated' })
  vi.stubEnv('WX_OPENID', recorded.WECHAT_CALL.userInfo.openId)
  const { userSig } = await main({ userInfo: { openId: 'eve' } }, {})
  expect(userOf(userSig)).toBe(recorded.WECHAT_CALL.userInfo.openId)
})

test('unicloud.cjs issues to the user of the token', async () => {
  const { main } = await load('unicloud.cjs')
  expect(await main({ uniIdToken: 'another' }, { token: 'good' })).toMatchObject({ status: 401 })
  expect(userOf((await main({ uniIdToken: 'good' }, { token: 'good' })).userSig)).toBe('alice')
})

test('rooms.cjs gives rights in the lobby', async () => {
  const { handler } = await load('rooms.cjs')
  const rightsOf = async (user: string, room: string) =>
    JSON.parse((await handler(withUser(user, { strRoomId: room }), {})).body).privileges?.length
  expect(await rightsOf('host', 'lobby')).toBe(8)
  expect(await rightsOf('guest', 'lobby')).toBeLessThan(8)
  expect(await rightsOf('host', 'attic')).toBe(undefined)
})

test('guard.cjs lets a ticket pass', async () => {
  const { handler } = await load('guard.cjs')
  const event = { ...recorded.AWS_REST_API, multiValueHeaders: null }
  expect((await handler(event, {})).statusCode).toBe(401)
  const headers = { Authorization: `Bearer ${signer.genUserSig('alice')}` }
  expect(JSON.parse((await handler({ ...event, headers }, {})).body)).toEqual({ userId: 'alice' })
})

test('webhook.cjs takes what TRTC has signed', async () => {
  const { handler } = await load('webhook.cjs')
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  const body = JSON.stringify({ EventType: 103, CallbackTs: Date.now(), EventInfo: { UserId: 'alice' } })
  const sign = createHmac('sha256', 'my key').update(body).digest('base64')
  const send = async (headers: object) =>
    (await handler({ ...recorded.SCF_FUNCTION_URL, headers, body }, {})).statusCode
  expect([await send({}), await send({ Sign: sign })]).toEqual([403, 200])
  expect(log.mock.calls).toEqual([['event 103 of alice']])
})

test('server.mjs issues on a port', async () => {
  const listening = '(0, "127.0.0.1", function () { console.log("http://127.0.0.1:" + this.address().port) })'
  const code = readFileSync(join(SAMPLES, 'server.mjs'), 'utf8').replace(/\(9000, '0\.0\.0\.0'\)/, listening)
  const outfile = join(folder, 'built-server.cjs')
  await build({
    stdin: { contents: code, resolveDir: SAMPLES },
    bundle: true,
    platform: 'node',
    format: 'cjs',
    conditions: ['usersig-source'],
    alias: { '@usersig/node': require.resolve('@usersig/node').replace(/dist.*/, 'src/index.ts') },
    outfile,
  })
  const server = await start(process.execPath, [outfile], { cwd: folder })
  try {
    const signature = createHmac('sha256', 'secret of sessions').update('alice').digest('hex')
    const answer = await fetch(`${server.baseUrl}/usersig`, {
      method: 'POST',
      headers: { cookie: `session=alice.${signature}` },
    })
    expect(userOf(((await answer.json()) as { userSig: string }).userSig)).toBe('alice')
  } finally {
    await server.close()
  }
})
