import { createContext, runInContext } from 'node:vm'
import { issueUserSig } from '@usersig/functions'
import { build } from 'esbuild'
import { expect, test } from 'vitest'
import type { UserSigSource } from '../../src/index.ts'
import type { RequestFunction } from '../../src/mini-program.ts'
import { createEndpoint, refuse, signer } from '../support/endpoint.ts'
import { HERE, readSamples } from './samples.ts'

const samples = readSamples('FRAMEWORKS.md')

/** What the builds of Taro put in place of names. */
const TARO_BUILD = {
  'process.env': JSON.stringify({ TARO_ENV: 'weapp', TARO_PLATFORM: 'mini', FRAMEWORK: 'react' }),
  global: 'globalThis',
  ...Object.fromEntries(
    ['INNER_HTML', 'ADJACENT_HTML', 'SIZE_APIS', 'TEMPLATE_CONTENT', 'CLONE_NODE', 'CONTAINS', 'MUTATION_OBSERVER'].map(
      (name) => [`ENABLE_${name}`, 'false'],
    ),
  ),
}

interface Sample {
  readonly source: UserSigSource
  readonly [name: string]: unknown
}

/** Runs a sample where nothing is but timers, and what the host of a mini program has. */
async function run(
  name: string,
  hosts: object,
  { before = '', define = {} }: { before?: string; define?: Record<string, string> } = {},
): Promise<Sample> {
  const { outputFiles } = await build({
    stdin: { contents: `${before}\n${samples.get(name)}`, resolveDir: HERE, loader: 'ts' },
    bundle: true,
    write: false,
    format: 'iife',
    globalName: 'sample',
    define: { ...TARO_BUILD, ...define },
    // Vue's part of uni-app needs the build of uni-app: `npm run strangers -- uni-app` makes one.
    external: ['@dcloudio/uni-app'],
  })
  const context = createContext({
    setTimeout,
    clearTimeout,
    setInterval,
    clearInterval,
    console,
    getApp: () => ({}),
    getCurrentPages: () => [],
    ...hosts,
  })
  return runInContext(`${outputFiles[0]?.text}\nsample`, context)
}

type Sent = Parameters<RequestFunction>[0]

/** The functions of WeChat, over an endpoint that lets in nobody at first, and a network that then fails once. */
function createHost() {
  const endpoint = createEndpoint()
  endpoint.next.push(refuse(401))
  const items = new Map<string, string>()
  const shown: (() => void)[] = []
  let sent = 0
  const wx = {
    onAppShow: (listener: () => void) => void shown.push(listener),
    getStorageSync: (key: string) => items.get(key) ?? '',
    setStorageSync: (key: string, value: string) => void items.set(key, value),
    removeStorageSync: (key: string) => void items.delete(key),
    request({ url, method, header, data, success, fail }: Sent) {
      sent++
      const send = async () => {
        if (sent === 2) return fail({ errMsg: 'request:fail timeout' })
        const login = { ...header, authorization: 'Bearer app login' }
        const response = await endpoint.fetch(url, { method, headers: login, body: data })
        const date = response.headers.get('date') ?? ''
        success({ statusCode: response.status, header: { Date: date }, data: await response.json() })
      }
      void send()
      return { abort() {} }
    },
  }
  return { wx, endpoint, items, show: () => shown.map((listener) => listener()).length }
}

/** What each sample does with a host: asks, asks again when the app is shown, keeps, and forgets. */
async function use({ source }: Sample, { endpoint, items }: ReturnType<typeof createHost>, show: () => void) {
  const seen: unknown[] = []
  source.subscribe(
    ({ userId }) => seen.push(userId),
    ({ status }) => seen.push(status),
  )
  await expect.poll(() => seen).toEqual([401])
  show()
  await expect.poll(() => seen, { timeout: 10_000 }).toEqual([401, 'alice'])
  const { url, body } = endpoint.requests[1] ?? {}
  expect([url, body]).toEqual(['https://api.example.com/usersig', {}])
  expect([...items.keys()]).toEqual(['usersig:https://api.example.com/usersig:alice:{}'])
  await source.stop({ forget: true })
  expect(items.size).toBe(0)
}

test('WeChat', async () => {
  const host = createHost()
  await use(await run('wechat', { wx: host.wx }), host, () => expect(host.show()).toBe(1))
})

test("Taro, with its own layer over WeChat's functions", async () => {
  const unheard: unknown[] = []
  const hear = (reason: unknown) => unheard.push(reason)
  process.on('unhandledRejection', hear)
  const host = createHost()
  const sample = await run('taro', { wx: host.wx }, { before: "import '@tarojs/plugin-platform-weapp/dist/runtime'" })
  await use(sample, host, () => expect(host.show()).toBe(1))
  process.off('unhandledRejection', hear)
  expect(unheard).toEqual([])
})

test.each([
  ['a mini program', undefined],
  // Of `uni` nothing is left there but what the build sees, which it imports.
  ['a browser', ['request', 'getStorageSync', 'setStorageSync', 'removeStorageSync'] as const],
])('uni-app, built for %s', async (_, seen) => {
  const host = createHost()
  const shown: (() => void)[] = []
  const modules: Record<string, object> = { '@dcloudio/uni-app': { onShow: (hook: () => void) => shown.push(hook) } }
  const imported = seen?.map((name) => [`uni_${name}`, host.wx[name]] as const) ?? [['uni', host.wx] as const]
  const define = Object.fromEntries(seen?.map((name) => [`uni.${name}`, `uni_${name}`]) ?? [])
  const hosts = { ...Object.fromEntries(imported), require: (name: string) => modules[name] }
  const sample = await run('uni', hosts, { define })
  const useWake = sample['useWake'] as () => void
  useWake()
  await use(sample, host, () => expect(shown.map((hook) => hook()).length).toBe(1))
})

test('a cloud function of WeChat', async () => {
  // As `@usersig/functions` answers a call.
  const issue = issueUserSig({ signer, callable: true, authenticate: () => 'alice' })
  const callFunction = async ({ name, data }: { name: string; data?: object }) => ({
    errMsg: 'cloud.callFunction:ok',
    result: name === 'usersig' ? await issue({ ...data, userInfo: { openId: 'o', appId: 'wx' } }, {}) : undefined,
  })
  const { source } = await run('callable', { wx: { cloud: { callFunction } } })
  expect((await source.get()).userId).toBe('alice')
  await expect(source.get({ room: { roomId: 7 } })).rejects.toMatchObject({ status: 403, code: 'room_refused' })
})
