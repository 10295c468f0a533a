import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createContext, runInContext } from 'node:vm'
import { parse } from 'acorn'
import { expect, test } from 'vitest'
import type * as entry from '../src/index.ts'
import type * as miniProgram from '../src/mini-program.ts'
import { createEndpoint, LOGIN } from './support/endpoint.ts'

const PACKAGE = fileURLToPath(new URL('../', import.meta.url))
const { miniprogram, exports } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8'))
const FOLDER = join(PACKAGE, miniprogram)
const FILES = readdirSync(FOLDER).filter((name) => name.endsWith('.js'))

interface Sent {
  readonly url: string
  readonly method: 'POST'
  readonly header: Record<string, string>
  readonly data: string
  success(result: object): void
}

/** What JavaScript itself did not have in 2017, and the oldest phones of WeChat's users do not have today. */
const MISSING = `
for (const name of ['globalThis', 'AggregateError', 'WeakRef', 'FinalizationRegistry']) delete this[name]
for (const name of ['fromEntries', 'hasOwn', 'groupBy']) delete Object[name]
for (const name of ['allSettled', 'any', 'withResolvers', 'try']) delete Promise[name]
for (const name of ['flat', 'flatMap', 'at', 'findLast', 'toSorted', 'toReversed']) delete Array.prototype[name]
for (const name of ['replaceAll', 'matchAll', 'trimStart', 'trimEnd', 'at']) delete String.prototype[name]
delete Promise.prototype.finally
`

/** The JavaScript of a mini program: the language of 2017, timers, `wx`, and its own `require`. */
function createMiniProgram(wx: object): (name: string) => unknown {
  const context = createContext({ wx, setTimeout, clearTimeout, setInterval, clearInterval, console })
  runInContext(MISSING, context)
  const loaded = new Map<string, { exports: unknown }>()
  function load(path: string): unknown {
    const known = loaded.get(path)
    if (known) return known.exports
    const module = { exports: {} }
    loaded.set(path, module)
    const wrapper = runInContext(`(function (module, exports, require) {${readFileSync(path, 'utf8')}\n})`, context)
    wrapper(module, module.exports, (name: string) => load(join(dirname(path), name)))
    return module.exports
  }
  return (name) => load(join(FOLDER, name))
}

test('there is a file for each entry, which WeChat finds by its name', () => {
  const names = Object.keys(exports).filter((name) => name !== './package.json')
  expect(FILES).toEqual(expect.arrayContaining(names.map((name) => `${name === '.' ? 'index' : name.slice(2)}.js`)))
})

test.each(FILES)('%s is a script of ES2017', (name) => {
  const code = readFileSync(join(FOLDER, name), 'utf8')
  expect(() => parse(code, { ecmaVersion: 2017, sourceType: 'script' })).not.toThrow()
  expect(() => parse('class A { b = 1 }', { ecmaVersion: 2017 })).toThrow()
})

test('it fetches tickets where there is no fetch, URL, AbortController, TextDecoder and structuredClone', async () => {
  const endpoint = createEndpoint()
  const load = createMiniProgram({
    async request({ url, method, header, data, success }: Sent) {
      const response = await endpoint.fetch(url, { method, headers: header, body: data })
      success({
        statusCode: response.status,
        header: { Date: response.headers.get('date') },
        data: await response.json(),
      })
    },
  })
  const { createUserSigSource } = load('index.js') as typeof entry
  const { wxFetch } = load('mini-program.js') as typeof miniProgram
  const source = createUserSigSource({ ...LOGIN, fetch: wxFetch })
  expect(await source.get()).toMatchObject({ userId: 'alice' })
  let told = 0
  source.subscribe(() => told++)
  await source.refresh()
  expect([endpoint.requests.length, told]).toEqual([2, 2])
  await source.stop()
  for (const name of FILES) expect(load(name)).toBeTypeOf('object')
})
