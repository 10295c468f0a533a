import { spawnSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { makeFolder, readSamples } from './samples.ts'

/** What each needs beside the types of the modules that it imports: as in a new project of its framework. */
const PROJECTS: Record<string, object> = {
  source: { lib: ['ES2022', 'DOM'] },
  react: { lib: ['ES2022', 'DOM'] },
  vue: { lib: ['ES2022', 'DOM'] },
  svelte: { lib: ['ES2022', 'DOM'] },
  native: { lib: ['ES2022'], types: ['react-native'], customConditions: ['react-native'] },
  wechat: { lib: ['ES2022'], types: ['miniprogram-api-typings'] },
  callable: { lib: ['ES2022'], types: ['miniprogram-api-typings'] },
  taro: { lib: ['ES2022', 'DOM'], types: ['@tarojs/taro'] },
  uni: { lib: ['ES2022', 'DOM'], types: ['@dcloudio/types'] },
}
const TSC = fileURLToPath(new URL('../../node_modules/typescript/bin/tsc', import.meta.url))
const samples = readSamples('FRAMEWORKS.md')

/** What the compiler says against a program in a project of a framework. */
function check(name: string, code: string, more: object = {}): string {
  const bundled = { module: 'ESNext', moduleResolution: 'bundler', noEmit: true }
  const compilerOptions = { types: [], ...PROJECTS[name], ...bundled, ...more }
  const { folder, remove } = makeFolder(`types-${name}`, {
    'sample.ts': code,
    'tsconfig.json': JSON.stringify({
      extends: '../../../../../../tsconfig.base.json',
      compilerOptions,
      include: ['sample.ts'],
    }),
  })
  try {
    const { stdout, stderr } = spawnSync(process.execPath, [TSC, '-p', folder, '--pretty', 'false'], {
      encoding: 'utf8',
    })
    return stdout + stderr
  } finally {
    remove()
  }
}

test('every sample is compiled; the one for Angular by its own compiler', () => {
  expect([...samples.keys()].sort()).toEqual([...Object.keys(PROJECTS), 'angular'].sort())
})

test.each(Object.keys(PROJECTS))('the sample %s fits the types of its framework', (name) => {
  expect(check(name, samples.get(name) ?? '')).toBe('')
})

test('what does not fit is found, in the types of the hosts, too', () => {
  const taro = samples.get('taro') ?? ''
  expect(check('taro', taro.replace('onAppShow', 'onAppShown'))).toContain('onAppShown')
  expect(check('taro', taro.replace('Taro.request', 'Taro.getStorageSync'))).toContain('not assignable')
  const uni = samples.get('uni') ?? ''
  expect(check('uni', `${uni}\nuni.nothing()`)).toContain('nothing')
  expect(check('uni', uni.replace('{ onShow }', '{ onShow, onNothing }'))).toContain('onNothing')
  const native = samples.get('native') ?? ''
  expect(check('native', native.replace("'active'", "'activ'"))).toContain('no overlap')
  expect(check('native', native.replace("createAsyncStorage('usersig')", 'createAsyncStorage(1)'))).toContain('string')
})

test('the functions of WeChat and uni-app fit, too', () => {
  const given = (request: string) => `import { fetchOf } from '@usersig/client/mini-program'
export const fetch = fetchOf(${request})
`
  expect(check('wechat', given('wx.request'))).toBe('')
  expect(check('uni', given('uni.request'))).toBe('')
  expect(check('wechat', given('wx.getStorageSync'))).toContain('not assignable')
})

/** As most projects have it, but with the types of packages checked. */
const TYPICAL = { skipLibCheck: false, verbatimModuleSyntax: false, exactOptionalPropertyTypes: false }
/** As in the template of WeChat's developer tools, which knows no browser and checks the types of packages, too. */
const TEMPLATE = { lib: ['ES2020'], types: ['miniprogram-api-typings'], module: 'CommonJS', ...TYPICAL }
const USE = `import { createUserSigSource, type SourceFetch, UserSigSourceError } from '@usersig/client'
import * as others from '@usersig/client/chat'
import { bindTrtc } from '@usersig/client/trtc'
import { initCallKit } from '@usersig/client/callkit'
import { wxFetch } from '@usersig/client/mini-program'
import { loginRoomEngine } from '@usersig/client/room-engine'
import { keepIn } from '@usersig/client/storage'
import { loginTuiKit } from '@usersig/client/tuikit'
export const all = [UserSigSourceError, others, bindTrtc, initCallKit, wxFetch, loginRoomEngine, keepIn, loginTuiKit]
const send: SourceFetch = async (url, request) => {
  request.signal?.addEventListener('abort', () => {})
  return await wxFetch(url, request)
}
`

test('every entry fits a project without the types of browsers', () => {
  const use = `${USE}
export const signal = { aborted: false, addEventListener() {}, removeEventListener() {} }
export const given = createUserSigSource({ endpoint: { href: '/usersig' }, fetch: send }).get({ signal })
export const wrong = createUserSigSource({ endpoint: 7 }).get({ signal: {} })
`
  const found = check('wechat', use, TEMPLATE).trim().split('\n')
  const errors = found.filter((line) => line.includes('error TS'))
  expect(errors).toEqual([
    expect.stringContaining("Type 'number' is not assignable"),
    expect.stringContaining("Type '{}' is missing"),
  ])
})

test('in a browser, signals and addresses are the real ones, both ways', () => {
  const use = `${USE}
export const real: SourceFetch = (url, request) => fetch(url, request)
export const signalOf = (given: Parameters<SourceFetch>[1]): AbortSignal | undefined => given.signal
const { signal } = new AbortController()
export const given = createUserSigSource({ endpoint: new URL('https://api.example.com'), fetch: send }).get({ signal })
export const global = createUserSigSource({
  tickets: async (_, { signal }) => await (await fetch('/usersig', { signal })).json(),
})
`
  expect(check('react', use, TYPICAL)).toBe('')
  expect(check('native', use, { ...TYPICAL, skipLibCheck: true })).toBe('')
})
