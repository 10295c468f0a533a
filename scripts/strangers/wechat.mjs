import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { createContext, runInContext } from 'node:vm'
import { readJson } from '../release/packages.mjs'

/** What WeChat says of itself, as little as apps need to start. */
const SYSTEM = {
  canIUse: () => false,
  nextTick: (run) => void setTimeout(run),
  getSystemInfoSync: () => ({}),
  getLaunchOptionsSync: () => ({}),
  getEnterOptionsSync: () => ({}),
  getWindowInfo: () => ({}),
  getDeviceInfo: () => ({}),
  getAppBaseInfo: () => ({}),
  getSystemSetting: () => ({}),
}

/**
 * Opens the first page of a mini program that was built for WeChat. Of WeChat there is its JavaScript, without a screen.
 *
 * @param {(request: { url: string, method: string, header: object }) => { statusCode: number, data: unknown }} answer
 */
export function openInWechat(folder, answer) {
  const kept = new Map()
  const shown = []
  const listeners = []
  const pages = []
  const app = {}
  const wx = {
    request(request) {
      setTimeout(() => request.success({ header: {}, ...answer(request) }))
      return { abort() {} }
    },
    getStorageSync: (key) => kept.get(key) ?? '',
    setStorageSync: (key, value) => void kept.set(key, value),
    removeStorageSync: (key) => void kept.delete(key),
    onAppShow: (listener) => void listeners.push(listener),
    ...SYSTEM,
  }
  const context = createContext({
    ...{ wx, console, clearTimeout, clearInterval },
    // An app renews its tickets for ever; this program ends.
    setTimeout: (...args) => setTimeout(...args).unref(),
    setInterval: (...args) => setInterval(...args).unref(),
    App: (config) => Object.assign(app, config),
    Page: (config) => pages.push(config),
    Component: (config) => pages.push(config),
    getApp: () => app,
    getCurrentPages: () => [],
  })
  context.global = context
  const load = createRequire(folder, context)
  const show = () => {
    app.onShow?.({})
    for (const listener of listeners) listener({})
  }
  load('app')
  app.onLaunch?.({})
  show()
  const [route] = readJson(join(folder, 'app.json')).pages
  load(route)
  openPage(pages.at(-1), route, shown)
  return { kept, show, shows: (text) => waitFor(() => JSON.stringify(shown).includes(text)) }
}

/** WeChat's own `require`: each file is a function, whose variables are those of the context. */
function createRequire(folder, context) {
  const loaded = new Map()
  return function load(name) {
    const path = join(folder, name.endsWith('.js') ? name : `${name}.js`)
    const known = loaded.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    loaded.set(path, module)
    const run = runInContext(`(function (module, exports, require) {${readFileSync(path, 'utf8')}\n})`, context, path)
    run(module, module.exports, (other) => load(join(dirname(name), other)))
    return module.exports
  }
}

/** Brings a page to life, or the component that uni-app makes of one. */
function openPage({ methods, lifetimes, ...config }, route, shown) {
  const page = {
    ...config,
    ...lifetimes,
    ...methods,
    route,
    is: route,
    data: {},
    properties: {},
    selectAllComponents: () => [],
    triggerEvent() {},
    setData(data, done) {
      shown.push(data)
      done?.()
    },
  }
  for (const name of ['created', 'attached', 'onLoad', 'onShow', 'ready', 'onReady']) page[name]?.({})
}

/** Waits until this holds, for ten seconds at most. */
export async function waitFor(condition) {
  for (let turn = 0; turn < 200; turn++) {
    if (await condition()) return true
    await pause(50)
  }
  return false
}
