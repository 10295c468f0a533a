import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { readSettings } from './server/settings.ts'
import { start } from './server/start.ts'
import { launchBrowser } from './test/browser.ts'

/** Takes the pictures of the docs: `node screenshots.ts`. */
const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
mkdirSync(FOLDER, { recursive: true })

const { port, close } = await start(readSettings([], { ...process.env, PORT: '0', HOST: '127.0.0.1' }))
const browser = await launchBrowser()

async function openPage(colorScheme: 'light' | 'dark', width: number): Promise<Page> {
  const context = await browser.newContext({ colorScheme, viewport: { width, height: 900 } })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${port}`)
  return page
}

async function fetchTicket(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  await page.getByText('Numeric').click()
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  await page.getByRole('timer').waitFor()
}

async function shoot(page: Page, name: string): Promise<void> {
  await page.screenshot({ path: `${FOLDER}${name}.png`, fullPage: true })
  console.log(`docs/screenshots/${name}.png`)
}

for (const [scheme, width, suffix] of [
  ['light', 1280, 'light'],
  ['dark', 1280, 'dark'],
  ['light', 390, 'phone'],
] as const) {
  const page = await openPage(scheme, width)
  if (suffix === 'light') await shoot(page, 'login-light')
  await fetchTicket(page)
  await shoot(page, `ticket-${suffix}`)
  await page.getByRole('button', { name: 'Inspect' }).last().click()
  await shoot(page, `inspect-${suffix}`)
}
await browser.close()
await close()
