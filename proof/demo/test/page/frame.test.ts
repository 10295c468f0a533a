import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { fetchTicket, findBarriers, openPanel, usePages } from './open-page.ts'

const pages = usePages()
const BUILT = new URL('../../../../apps/demo/dist/', import.meta.url)
const PANELS = {
  en: ['Doctor', 'Codes', 'Generate', 'Anatomy', 'Live'],
  zh: ['诊断', '错误码', '生成', '解析', '实时演示'],
}

/** What the panels show when more is done with them. */
const SCENES: readonly ((page: Page) => Promise<unknown>)[] = [
  async (page) => {
    await page.locator('#tab-page-doctor').click()
    await page.locator('.known summary').click()
    await page.locator('.known .app-row').waitFor()
    await page.locator('#panel-page-doctor .seen summary').last().click()
  },
  async (page) => {
    await page.locator('#tab-page-codes').click()
    await page.locator('#panel-page-codes').getByRole('textbox').fill('-1001')
    await page.locator('.code-head').first().waitFor()
  },
  async (page) => {
    await page.locator('#tab-page-generate').click()
    await page.locator('input[name="generate-audience"][value="many"]').check({ force: true })
    await page.locator('.generate textarea').fill(`tester-1..3\nalice, alice\n${'x'.repeat(40)}`)
    await page.locator('.batch-buttons button').nth(2).click()
    await page.locator('.sheet li').nth(3).waitFor()
  },
]

/** Every panel, with something in it. */
async function fillPanels(page: Page): Promise<void> {
  await fetchTicket(page)
  const anatomy = await openPanel(page, 'Anatomy')
  await anatomy.getByRole('button', { name: 'PrivateMapKey', exact: true }).click()
  const generate = await openPanel(page, 'Generate')
  await generate.getByRole('button', { name: 'Use an example application' }).click()
  await generate.getByText('Number', { exact: true }).click()
  await generate.getByRole('img').waitFor()
  const doctor = await openPanel(page, 'Doctor')
  await doctor.getByRole('button', { name: 'URL-encoded twice' }).click()
}

it('moves between the panels with the keyboard, and by the address', async () => {
  const { page } = await pages.open({ hash: '#anatomy' })
  expect(await page.getByRole('tab', { name: 'Anatomy' }).getAttribute('aria-selected')).toBe('true')
  await page.getByRole('tab', { name: 'Anatomy' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('tab', { name: 'Live' }).getAttribute('aria-selected')).toBe('true')
  expect(new URL(page.url()).hash).toBe('#live')
  await page.keyboard.press('ArrowRight')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Doctor')
  await page.keyboard.press('End')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Live')
})

/** Presses Tab until something of this name has the focus, and then Enter. */
async function tabTo(page: Page, name: RegExp): Promise<void> {
  for (let i = 0; i < 40; i++) {
    await page.keyboard.press('Tab')
    const text = await page.evaluate(() => document.activeElement?.textContent ?? '')
    if (name.test(text)) return await page.keyboard.press('Enter')
  }
  throw new Error(`the keyboard does not reach ${name}`)
}

it('works with the keyboard alone, from the login to the diagnosis', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await page.getByRole('button', { name: 'Log in as Alice' }).waitFor()
  await tabTo(page, /Log in as Alice/)
  await page.getByText('Logged in as Alice').waitFor()
  // The focus is where the next Tab goes on, and not at the top of the page.
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('panel-page-live')
  await tabTo(page, /^Get a UserSig$/)
  await page.getByRole('timer').waitFor()
  await tabTo(page, /^Doctor /)
  await page.getByRole('tabpanel', { name: 'Doctor' }).locator('.verdict').waitFor()
  await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('panel-page-doctor')
})

it('skips to the content without leaving the panel', async () => {
  const { page } = await pages.open({ hash: '#doctor' })
  await page.getByRole('tab', { name: 'Doctor', selected: true }).waitFor()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')
  expect(new URL(page.url()).hash).toBe('#doctor')
})

it('goes back and forth through the panels, with all that was typed', async () => {
  const { page } = await pages.open()
  const doctor = await openPanel(page, 'Doctor')
  await doctor.getByRole('button', { name: 'a ticket, cut off' }).click()
  await doctor.getByRole('link', { name: '70003' }).first().click()
  const codes = page.getByRole('tabpanel', { name: 'Codes' })
  expect(await codes.getByLabel('Code, constant, message or word').inputValue()).toBe('70003')
  await page.goBack()
  expect(await doctor.getByLabel('What you have').inputValue()).not.toBe('')
  await page.goForward()
  await codes.getByLabel('Code, constant, message or word').waitFor()
  await page.evaluate(() => {
    location.hash = '#codes/6206'
  })
  await codes.locator('.code-head').getByText('6206', { exact: true }).waitFor()
})

it.each(['#nowhere', '#codes/%', '#codes/%E0%A4%A'])('opens with the odd address %s', async (hash) => {
  const { page, complaints } = await pages.open({ hash })
  await page.getByRole('tab', { selected: true }).waitFor()
  expect(complaints).toEqual([])
})

it('works where the browser blocks its storage', async () => {
  const { page, complaints } = await pages.open()
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'localStorage', {
      get() {
        throw new DOMException('blocked', 'SecurityError')
      },
    })
  })
  await page.reload()
  await page.getByRole('button', { name: 'Switch to dark colours' }).click()
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  expect(complaints).toEqual([])
})

it.each(['light', 'dark'] as const)('has no barriers in %s, on any panel, in both languages', async (colorScheme) => {
  const { page } = await pages.open({ colorScheme, bypassCSP: true })
  expect(await findBarriers(page)).toEqual([])
  await fillPanels(page)
  for (const [language, names] of Object.entries(PANELS)) {
    if (language === 'zh') await page.getByRole('button', { name: '中文' }).click()
    for (const name of names) {
      await openPanel(page, name)
      expect([name, await findBarriers(page)]).toEqual([name, []])
    }
  }
  for (const show of SCENES) {
    await show(page)
    expect(await findBarriers(page)).toEqual([])
  }
})

it.each([
  ['en', 360],
  ['zh', 360],
  ['en', 320],
] as const)('fits on a phone (%s, %i pixels)', async (language, width) => {
  const { page } = await pages.open({ viewport: { width, height: 740 } })
  await fillPanels(page)
  if (language === 'zh') await page.getByRole('button', { name: '中文' }).click()
  for (const name of PANELS[language]) {
    await openPanel(page, name)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect([name, overflow]).toEqual([name, 0])
  }
  for (const show of SCENES) {
    await show(page)
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBe(0)
  }
})

it('changes the language and keeps what was typed; both choices outlast a reload', async () => {
  const { page, complaints } = await pages.open()
  const doctor = await openPanel(page, 'Doctor')
  await doctor.getByLabel('What you have').fill('eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbGljZSJ9.bm90IGEgVXNlclNpZw')
  const typed = await doctor.getByLabel('What you have').inputValue()
  await page.getByRole('button', { name: '中文' }).click()
  const translated = page.getByRole('tabpanel', { name: '诊断' })
  expect(await translated.getByLabel('你手里的内容').inputValue()).toBe(typed)
  expect(await translated.locator('.verdict').textContent()).toContain('内容里没有票据')
  expect(await page.evaluate(() => document.documentElement.lang)).toBe('zh-Hans')
  await page.getByRole('button', { name: '切换到深色' }).click()
  await page.reload()
  await page.getByRole('tab', { name: '诊断' }).waitFor()
  expect(await page.evaluate(() => document.documentElement.dataset['theme'])).toBe('dark')
  await page.getByRole('button', { name: 'English' }).click()
  await page.getByRole('tab', { name: 'Doctor' }).waitFor()
  expect(complaints).toEqual([])
})

it('follows the language of the browser', async () => {
  const { page } = await pages.open({ locale: 'zh-CN' })
  await page.getByText('为什么登录失败？').waitFor()
})

/** What of the built page was loaded, and its size by gzip. */
async function loadedFiles(page: Page): Promise<{ paths: string[]; size: number }> {
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  const paths = [...new Set(['/index.html', ...loaded.filter((path) => !path.startsWith('/api/'))])]
  const sizes = paths.map((path) => gzipSync(readFileSync(new URL(`.${path}`, BUILT))).length)
  return { paths, size: sizes.reduce((a, b) => a + b) }
}

it('loads less than 40 kB before anything is done, and the doctor when somebody types', async () => {
  // A worker that fetches the rest for the next visit is no part of it.
  const { page } = await pages.open({ serviceWorkers: 'block' })
  await page.getByText('Why the login fails, and what to do').waitFor()
  const first = await loadedFiles(page)
  expect(first.paths.length).toBeGreaterThan(3)
  expect(first.size).toBeLessThan(40_000)
  await page.getByLabel('What you have').fill('70009')
  await page.locator('.verdict').waitFor()
  const all = await loadedFiles(page)
  expect(all.size).toBeLessThan(120_000)
  // The other language, other panels and what draws QR codes wait until they are needed.
  expect(all.paths.filter((path) => /\/(zh|qr|panel)-/.test(path))).toEqual([])
})

it('is titled by its panel and code', async () => {
  const { page } = await pages.open({ hash: '#codes/70009' })
  await expect.poll(() => page.title()).toBe('70009 · Codes · UserSig console')
  await openPanel(page, 'Generate')
  await expect.poll(() => page.title()).toBe('Generate · UserSig console')
  await page.getByRole('button', { name: '中文' }).click()
  await expect.poll(() => page.title()).toBe('生成 · UserSig 控制台')
})

it('opens again without its server, and signs and diagnoses there', async () => {
  const { page } = await pages.open()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await pages.stop()
  await page.reload()
  await openPanel(page, 'Live')
  await page.getByText('This panel needs a server').waitFor({ timeout: 20_000 })
  const generate = await openPanel(page, 'Generate')
  await generate.getByRole('button', { name: 'Use an example application' }).click()
  await generate.getByRole('img', { name: 'QR code' }).waitFor()
  await generate.getByRole('button', { name: 'Doctor' }).click()
  await page.getByRole('tabpanel', { name: 'Doctor' }).getByText('This ticket works.').waitFor()
})
