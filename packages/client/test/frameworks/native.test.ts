import type { Plugin } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { UserSigSource } from '../../src/index.ts'
import { openPage } from '../browser/open-page.ts'
import { createEndpoint, refuse } from '../support/endpoint.ts'
import { pathOf } from './apps.ts'
import { makeFolder, readSamples } from './samples.ts'

/** Of the phone there is nothing here but its state. AsyncStorage is the real one, in the browser's database. */
const phone: Plugin = {
  name: 'phone',
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^react-native$/ }, ({ path }) => ({ path, namespace: 'phone' }))
    onLoad({ filter: /./, namespace: 'phone' }, () => ({
      contents: `export const listeners = new Set()
export const AppState = {
  addEventListener(event, listener) {
    if (event !== 'change') throw new Error(event)
    listeners.add(listener)
    return { remove: () => listeners.delete(listener) }
  },
}`,
    }))
  },
}

const MAIN = `import { listeners } from 'react-native'
import { openUserSig } from './native'
export const app = {
  listeners,
  open: () => Object.assign(app, openUserSig('alice', async () => 'app login')),
}
`

declare const app: {
  listeners: Set<(state: string) => void>
  open(): void
  source: UserSigSource
  logOut(): Promise<void>
}

const endpoint = createEndpoint()
let page: Page
let close: () => Promise<void>
let remove: () => void

beforeAll(async () => {
  const sample = readSamples('FRAMEWORKS.md').get('native') ?? ''
  const made = makeFolder('native', { 'native.ts': sample, 'main.ts': MAIN })
  remove = made.remove
  ;({ page, close } = await openPage(pathOf(made.folder, 'main.ts'), [phone]))
  await page.route('https://api.example.com/usersig', async (route) => {
    const request = route.request()
    const { origin = '*', ...headers } = request.headers()
    const cors = {
      'access-control-allow-origin': origin,
      'access-control-allow-headers': 'authorization, content-type',
    }
    if (request.method() !== 'POST') return await route.fulfill({ status: 204, headers: cors })
    const answer = await endpoint.fetch(request.url(), { method: 'POST', headers, body: request.postData() ?? '' })
    const body = JSON.stringify(await answer.json())
    await route.fulfill({ status: answer.status, headers: { ...cors, 'content-type': 'application/json' }, body })
  })
})
afterAll(async () => {
  await close()
  remove()
})

const start = async () => {
  await page.reload()
  await page.evaluate(() => app.open())
}
const get = async () => await page.evaluate(async () => (await app.source.get()).userSig)

test('it keeps tickets across restarts, until the user logs out', async () => {
  await start()
  const first = await get()
  await start()
  expect(await get()).toBe(first)
  expect(endpoint.requests.length).toBe(1)
  await page.evaluate(async () => await app.logOut())
  expect(await page.evaluate(() => app.listeners.size)).toBe(0)
  await start()
  await get()
  expect(endpoint.requests.length).toBe(2)
  await page.evaluate(async () => await app.logOut())
})

test('it asks again when the app comes to the front', async () => {
  await start()
  endpoint.next.push(refuse(401))
  const refused = await page.evaluate(
    () =>
      new Promise((resolve) =>
        app.source.subscribe(
          () => resolve('tickets'),
          ({ status }) => resolve(status),
        ),
      ),
  )
  expect(refused).toBe(401)
  const { length } = endpoint.requests
  const setState = (state: string) =>
    page.evaluate((to) => {
      for (const listener of app.listeners) listener(to)
    }, state)
  await setState('background')
  await expect.poll(() => page.evaluate(() => app.source.current()?.userId)).toBeUndefined()
  expect(endpoint.requests.length).toBe(length)
  await setState('active')
  await expect.poll(() => page.evaluate(() => app.source.current()?.userId)).toBe('alice')
  expect(endpoint.requests.length).toBe(length + 1)
})
