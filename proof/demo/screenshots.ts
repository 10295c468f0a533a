import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readSettings } from 'demo/server/settings'
import { start } from 'demo/server/start'
import type { Locator, Page } from 'playwright-core'
import { launchBrowser } from './test/browser.ts'

/** Takes the pictures of the docs: `node screenshots.ts`. Those in Chinese need a font that has the characters. */
const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
mkdirSync(FOLDER, { recursive: true })

const { port, close } = await start(readSettings({ ...process.env, PORT: '0', HOST: '127.0.0.1' }))
const browser = await launchBrowser()

interface Look {
  readonly suffix: string
  readonly colorScheme: 'light' | 'dark'
  readonly width: number
  readonly locale: string
  /** Which panels (default: all). */
  readonly panels?: readonly string[]
}

const LOOKS: readonly Look[] = [
  { suffix: 'light', colorScheme: 'light', width: 1280, locale: 'en' },
  { suffix: 'dark', colorScheme: 'dark', width: 1280, locale: 'en', panels: ['live', 'anatomy'] },
  { suffix: 'phone', colorScheme: 'light', width: 390, locale: 'en', panels: ['live', 'generate'] },
  { suffix: 'zh', colorScheme: 'light', width: 1280, locale: 'zh-CN' },
]

/** What is done in each panel before its picture is taken; buttons are named by their place, in any language. */
const PANELS: Readonly<Record<string, (panel: Locator, page: Page) => Promise<void>>> = {
  async live(panel, page) {
    await panel.locator('.person').first().click()
    await panel.locator('input[name="lifetime"][value="30"]').check({ force: true })
    await panel.locator('input[name="live-room"][value="number"]').check({ force: true })
    await panel.locator('.primary').click()
    // Long enough for two renewals of a ticket that lasts for half a minute.
    await page.locator('.timeline .bar-row').nth(2).waitFor({ timeout: 60_000 })
    await page.waitForTimeout(5000)
  },
  async anatomy(panel) {
    await panel.locator('.examples button').nth(2).click()
    await panel.locator('.fields input').nth(1).fill('"mallory"')
    await panel.locator('.fields input').nth(1).focus()
  },
  async generate(panel) {
    const example = panel.locator('.card > .small')
    if ((await example.count()) > 0) await example.click()
    await panel.locator('input[name="generate-room"][value="string"]').check({ force: true })
    await panel.locator('input[name="product"][value="trtc"]').check({ force: true })
    await panel.locator('.qr').waitFor()
  },
  async doctor(panel) {
    await panel.locator('.examples button').nth(2).click()
    await panel.locator('fieldset input').first().fill('Alice')
  },
  async codes(panel) {
    await panel.locator('input').fill('700')
  },
}

async function takePictures({ suffix, colorScheme, width, locale, panels = Object.keys(PANELS) }: Look): Promise<void> {
  const context = await browser.newContext({ colorScheme, locale, viewport: { width, height: 900 } })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${port}`)
  await page.locator('.person').first().waitFor()
  for (const name of panels) {
    await page.locator(`#tab-page-${name}`).click()
    await PANELS[name]?.(page.locator(`#panel-page-${name}`), page)
    await page.screenshot({ path: `${FOLDER}${name}-${suffix}.png`, fullPage: true })
    console.log(`docs/screenshots/${name}-${suffix}.png`)
  }
  await context.close()
}

// One after the other, so that the log of the one does not show in the picture of the other.
for (const look of LOOKS) await takePictures(look)
await browser.close()
await close()
