import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readSettings } from 'demo/server/settings'
import { start } from 'demo/server/start'
import type { Locator, Page } from 'playwright-core'
import { launchBrowser } from './test/browser.ts'

/** Takes the pictures of the docs: `node screenshots.ts`. Those in Chinese need a font that has the characters. */
const FOLDER = fileURLToPath(new URL('../../docs/screenshots/', import.meta.url))
mkdirSync(FOLDER, { recursive: true })
// A picture of what is no more misleads.
for (const name of readdirSync(FOLDER)) if (name.endsWith('.png')) rmSync(`${FOLDER}${name}`)

const { port, close } = await start(readSettings({ ...process.env, PORT: '0', HOST: '127.0.0.1' }))
const browser = await launchBrowser()

interface Look {
  readonly suffix: string
  readonly colorScheme: 'light' | 'dark'
  readonly viewport: { readonly width: number; readonly height: number }
  readonly locale: string
  /** Which panels (default: all). */
  readonly panels?: readonly string[]
  /** Whether the picture ends where the screen does. */
  readonly isCut?: boolean
}

const DESK = { width: 1280, height: 900 }
const PHONE = { width: 375, height: 667 }

const LOOKS: readonly Look[] = [
  { suffix: 'light', colorScheme: 'light', viewport: DESK, locale: 'en' },
  { suffix: 'dark', colorScheme: 'dark', viewport: DESK, locale: 'en', panels: ['doctor', 'anatomy', 'live'] },
  { suffix: 'zh', colorScheme: 'light', viewport: DESK, locale: 'zh-CN' },
  { suffix: 'zh-dark', colorScheme: 'dark', viewport: DESK, locale: 'zh-CN', panels: ['doctor'] },
  { suffix: 'phone', colorScheme: 'light', viewport: PHONE, locale: 'en', isCut: true },
  {
    suffix: 'phone-zh',
    colorScheme: 'dark',
    viewport: PHONE,
    locale: 'zh-CN',
    panels: ['doctor', 'codes'],
    isCut: true,
  },
]

/** What is done in each panel before its picture is taken; buttons are named by their place, in any language. */
const PANELS: Readonly<Record<string, (panel: Locator, page: Page) => Promise<unknown>>> = {
  async doctor(panel) {
    await panel.locator('.examples button').nth(1).click()
    await panel.locator('.verdict').waitFor()
  },
  async codes(panel) {
    await panel.getByRole('textbox').fill('70009')
    await panel.locator('.code-head').waitFor()
  },
  async generate(panel) {
    await panel.locator('.app-row').waitFor()
    const example = panel.locator('.card > .small').first()
    if ((await example.count()) > 0) await example.click()
    await panel.locator('input[name="generate-room"][value="string"]').check({ force: true })
    await panel.locator('input[name="product"][value="trtc"]').check({ force: true })
    await panel.locator('.qr').waitFor()
  },
  /** The other half of the same panel. */
  async many(panel) {
    await panel.locator('input[name="generate-room"][value="none"]').check({ force: true })
    await panel.locator('input[name="generate-audience"][value="many"]').check({ force: true })
    await panel.locator('.generate textarea').fill('tester-01..tester-08\nalice, bob, alice')
    await panel.locator('.batch-buttons button').nth(2).click()
    await panel.locator('.sheet li').nth(9).waitFor()
  },
  async anatomy(panel) {
    await panel.locator('.examples button').nth(2).click()
    await panel.locator('.fields input').nth(1).fill('"mallory"')
    await panel.locator('.fields input').nth(1).focus()
  },
  async live(panel, page) {
    await panel.locator('.person').first().click()
    await panel.locator('input[name="lifetime"][value="30"]').check({ force: true })
    await panel.locator('input[name="live-room"][value="number"]').check({ force: true })
    await panel.locator('.primary').click()
    // Long enough for two renewals of a ticket that lasts for half a minute.
    await page.locator('.timeline .bar-row').nth(2).waitFor({ timeout: 60_000 })
    await page.waitForTimeout(5000)
  },
}

async function takePictures(look: Look): Promise<void> {
  const { suffix, panels = Object.keys(PANELS), isCut = false, ...options } = look
  const context = await browser.newContext(options)
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${port}`)
  for (const name of panels) {
    const panel = name === 'many' ? 'generate' : name
    await page.locator(`#tab-page-${panel}`).click()
    await PANELS[name]?.(page.locator(`#panel-page-${panel}`), page)
    // Nothing that is pointed at, and from the top.
    await page.mouse.move(0, 0)
    await page.evaluate(() => scrollTo(0, 0))
    await page.screenshot({ path: `${FOLDER}${name}-${suffix}.png`, fullPage: !isCut })
    console.log(`docs/screenshots/${name}-${suffix}.png`)
  }
  await context.close()
}

// One after the other, so that the log of the one does not show in the picture of the other.
for (const look of LOOKS) await takePictures(look)
await browser.close()
await close()
