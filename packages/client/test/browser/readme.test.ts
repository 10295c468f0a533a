import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { createEndpoint, signer } from '../support/endpoint.ts'
import { openPage } from './open-page.ts'

const root = fileURLToPath(new URL('../../', import.meta.url))
const folder = `${root}.samples`
const readme = readFileSync(`${root}README.md`, 'utf8')
const samples = new Map(
  [...readme.matchAll(/^```ts (\w+)\n(.*?)^```/gms)].map(([, name = '', code = '']) => [name, code]),
)

let page: Page
let close: () => Promise<void>
beforeAll(async () => {
  mkdirSync(folder, { recursive: true })
  for (const [name, code] of samples) writeFileSync(`${folder}/${name}.ts`, code)
  ;({ page, close } = await openPage())
})
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true })
  await close()
})

/** Bundles a sample; the SDKs that it imports are those of the page. */
async function bundle(name: string, more = ''): Promise<string> {
  const sdks: Record<string, string> = {
    '@tencentcloud/chat': 'export default globalThis.app.TencentCloudChat',
    'trtc-sdk-v5': 'export default globalThis.app.TRTC',
    '@tencentcloud/call-uikit-react': 'export const { TUICallKitServer } = globalThis',
  }
  const { outputFiles } = await build({
    stdin: { contents: `${samples.get(name)}\n${more}`, resolveDir: root, loader: 'ts' },
    bundle: true,
    format: 'esm',
    write: false,
    define: { 'process.env.NODE_ENV': '"production"' },
    plugins: [
      {
        name: 'sdks',
        setup({ onResolve, onLoad }) {
          onResolve({ filter: /./ }, ({ path }) => (path in sdks ? { path, namespace: 'sdk' } : undefined))
          onLoad({ filter: /./, namespace: 'sdk' }, ({ path }) => ({ contents: sdks[path] ?? '' }))
        },
      },
    ],
  })
  return outputFiles[0]?.text ?? ''
}

/** Runs a sample in the page, and gives what was recorded there in the meantime. */
async function run(name: string, prepare: (record: (entry: unknown) => void) => void, more = ''): Promise<unknown[]> {
  const code = await bundle(name, more)
  // As text: vitest would put a call of its own in place of `import()`.
  return await page.evaluate(`(async () => {
    const entries = []
    ;(${prepare})((entry) => entries.push(entry))
    await import(URL.createObjectURL(new Blob([${JSON.stringify(code)}], { type: 'text/javascript' })))
    await new Promise((resolve) => setTimeout(resolve, 200))
    return entries
  })()`)
}

test('the sample of Chat', async () => {
  const entries = await run(
    'chat',
    (record) => {
      const { TencentCloudChat } = globalThis.app
      const { create } = TencentCloudChat
      TencentCloudChat.create = (options) => {
        record(options)
        const chat = create(options)
        chat.setLogLevel(4)
        return Object.assign(chat, {
          login: async (login: unknown) => record(login),
          logout: async () => record('out'),
        })
      }
    },
    'await logout()',
  )
  expect(entries).toEqual([{ SDKAppID: signer.sdkAppId }, { userID: 'alice', userSig: expect.any(String) }, 'out'])
})

test('the sample of TRTC', async () => {
  const entries = await run('trtc', (record) => {
    const { TRTC } = globalThis.app
    const { create } = TRTC
    const recorded = (name: string) => async (options: { roomId?: number }) => record([name, options.roomId ?? options])
    TRTC.create = () =>
      Object.assign(create.call(TRTC), {
        enterRoom: recorded('enterRoom'),
        switchRole: recorded('switchRole'),
        switchRoom: recorded('switchRoom'),
      })
  })
  expect(entries).toEqual([
    ['enterRoom', 10000],
    ['switchRole', 'anchor'],
    ['switchRoom', 10001],
  ])
})

test('the sample of TUICallKit', async () => {
  const entries = await run('callkit', (record) => {
    Object.assign(globalThis, { TUICallKitServer: { init: async (params: unknown) => record(params) } })
  })
  const { sdkAppId } = signer
  const names = { SDKAppID: sdkAppId, sdkAppID: sdkAppId, userID: 'alice' }
  expect(entries).toEqual([{ ...names, userSig: expect.any(String) }])
})

async function load(name: string) {
  return await import(/* @vite-ignore */ `data:text/javascript,${encodeURIComponent(await bundle(name))}`)
}

test('the sample for anything else', async () => {
  const endpoint = createEndpoint()
  const log = vi.spyOn(console, 'log').mockImplementation(() => {})
  vi.stubGlobal('fetch', endpoint.fetch)
  vi.stubGlobal('appToken', async () => 'app login')
  await load('source')
  expect(log.mock.calls[0]).toEqual([signer.sdkAppId, 'alice', expect.any(Number), expect.any(Number)])
  vi.unstubAllGlobals()
  log.mockRestore()
})

test('the sample of a server action', async () => {
  const tickets = { sdkAppId: 1, userId: 'alice', userSig: 'x', expire: 60 }
  vi.stubGlobal('getTickets', async () => tickets)
  const { source } = await load('action')
  expect(await source.get()).toMatchObject(tickets)
  vi.unstubAllGlobals()
})

test('the sample of another endpoint', async () => {
  vi.stubGlobal('fetch', async () => Response.json({ code: 0, data: { userSig: 'x' } }))
  const { source } = await load('mapping')
  expect(await source.get()).toMatchObject({ userSig: 'x', expire: 86400 })
  vi.unstubAllGlobals()
})

test('the sample of a storage', async () => {
  await run('storage', () => {}, 'await source.get()')
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual(['usersig:/usersig:alice:{}'])
})

test('the sample of states', async () => {
  const { showStatus } = await load('status')
  const shown: string[] = []
  const states = [{ state: 'offline' }, { state: 'ready' }, { state: 'refused' }, { state: 'kicked', reason: 'x' }]
  showStatus({ subscribe: (listener: (status: object) => void) => states.forEach(listener) }, (text: string) =>
    shown.push(text),
  )
  expect(shown).toEqual(['Connecting …', '', 'Please log in again.', 'You were logged out: x'])
})

test('every sample fits the types', () => {
  expect(samples.size).toBe([...readme.matchAll(/^```ts/gm)].length)
  writeFileSync(
    `${folder}/globals.d.ts`,
    `declare function appToken(): Promise<string>
    declare function getTickets(room: object | undefined): Promise<{
      sdkAppId: number; userId: string; userSig: string; expire: number
    }>
    declare function showLogin(): void`,
  )
  writeFileSync(
    `${folder}/tsconfig.json`,
    JSON.stringify({
      extends: '../tsconfig.json',
      compilerOptions: { skipLibCheck: true, types: [] },
      include: ['*.ts'],
    }),
  )
  const tsc = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
  const { stdout } = spawnSync(process.execPath, [tsc, '-p', folder], { encoding: 'utf8' })
  expect(stdout).toBe('')
})
