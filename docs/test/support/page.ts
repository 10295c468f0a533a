import { join } from 'node:path'
import type { UserSigner } from '@usersig/core'
import { type Browser, chromium } from 'playwright-core'
import { expect } from 'vitest'
import { createViteServer } from 'vitest/node'
import { CHROMIUM_ARGS, findChromium } from '../../../scripts/chromium.mjs'
import { standInForChat } from './chat-service.ts'

export async function startBrowser(): Promise<Browser> {
  return await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
}

/**
 * Serves a folder with Vite, opens it in a browser, and gives what the page says when it says something else than at first.
 *
 * @param root a folder with `index.html` and `vite.config.mjs`
 * @param signer whose tickets the service accepts that stands in for Tencent's
 */
export async function openPage(browser: Browser, root: string, signer: UserSigner): Promise<string> {
  const vite = await createViteServer({
    root,
    configFile: join(root, 'vite.config.mjs'),
    cacheDir: join(root, '.vite'),
    logLevel: 'silent',
    server: { port: 0 },
  })
  await vite.listen()
  const page = await browser.newPage()
  try {
    const { origin } = new URL(vite.resolvedUrls?.local[0] ?? '')
    await standInForChat(page, origin, signer)
    await page.goto(origin)
    const text = async () => (await page.textContent('body'))?.trim()
    // What the page says on the way.
    await expect.poll(text, { timeout: 40_000 }).not.toMatch(/^(logging in|connecting to Tencent …)$/)
    return (await text()) ?? ''
  } finally {
    await page.close()
    await vite.close()
  }
}
