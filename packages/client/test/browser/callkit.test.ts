import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import type { Plugin } from 'esbuild'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { app } from './callkit-page.ts'
import { openPage } from './open-page.ts'

/** The package is made for React 18, and looks for insides of it that React 19 does not have. */
const react18: Plugin = {
  name: 'react-18',
  setup({ onResolve, onLoad }) {
    const react = createRequire(import.meta.url).resolve('react')
    const insides = '{ ReactCurrentDispatcher: {}, ReactCurrentOwner: {}, ReactDebugCurrentFrame: {} }'
    onResolve({ filter: /^react$/ }, () => ({ path: 'react', namespace: 'react-18' }))
    onLoad({ filter: /./, namespace: 'react-18' }, () => ({
      resolveDir: dirname(react),
      contents: `module.exports = {
        ...require(${JSON.stringify(react)}),
        __SECRET_INTERNALS_DO_NOT_USE_OR_YOU_WILL_BE_FIRED: ${insides},
      }`,
    }))
  },
}

let page: Page
let close: () => Promise<void>
let log = ''
beforeAll(async () => {
  ;({ page, close } = await openPage('./callkit-page.ts', [react18]))
  page.on('console', (message) => {
    log += message.text()
  })
})
afterAll(() => close())

test('TUICallKit itself takes what the binding gives, and its engine logs the user in', async () => {
  const outcome = await page.evaluate(async () => {
    const { TUICallKitServer, initCallKit, createUserSigSource } = (globalThis as unknown as { app: typeof app }).app
    const refused = await TUICallKitServer.init({ sdkAppId: 1400000000, userId: 'alice' } as never).then(
      () => 'taken',
      (error) => error.message,
    )
    await initCallKit(TUICallKitServer, createUserSigSource({ endpoint: '/usersig' }))
    return refused
  })
  expect(outcome).toMatch(/sdkAppID is required/)
  await expect.poll(() => log, { timeout: 10_000 }).toContain('loginIM, [user_id: alice]')
})
