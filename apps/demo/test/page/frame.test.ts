import { readdirSync, readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { fetchTicket, findBarriers, openPanel, usePages } from './open-page.ts'

const pages = usePages()
const PANELS = {
  en: ['Live', 'Anatomy', 'Generate', 'Doctor', 'Codes'],
  zh: ['实时', '解剖', '生成', '诊断', '错误码'],
}

/** Every panel, with something in it. */
async function fillPanels(page: Page): Promise<void> {
  await fetchTicket(page)
  const anatomy = await openPanel(page, 'Anatomy')
  await anatomy.getByRole('button', { name: 'PrivateMapKey', exact: true }).click()
  const generate = await openPanel(page, 'Generate')
  await generate.getByText('Number', { exact: true }).click()
  await generate.getByRole('img').waitFor()
  const doctor = await openPanel(page, 'Doctor')
  await doctor.getByRole('button', { name: 'URL-encoded twice' }).click()
}

it('moves between the panels with the keyboard, and by the address', async () => {
  const { page } = await pages.open({ hash: '#anatomy' })
  expect(await page.getByRole('tab', { name: 'Anatomy' }).getAttribute('aria-selected')).toBe('true')
  await page.getByRole('tab', { name: 'Anatomy' }).focus()
  await page.keyboard.press('ArrowLeft')
  expect(await page.getByRole('tab', { name: 'Live' }).getAttribute('aria-selected')).toBe('true')
  expect(new URL(page.url()).hash).toBe('#live')
  await page.keyboard.press('ArrowLeft')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Codes')
  await page.keyboard.press('Home')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Live')
})

it('works with the keyboard alone, from the login to the diagnosis', async () => {
  const { page } = await pages.open()
  await page.getByRole('button', { name: 'Log in as Alice' }).focus()
  await page.keyboard.press('Enter')
  await page.getByText('Logged in as Alice').waitFor()
  await page.getByRole('button', { name: 'Get a UserSig' }).focus()
  await page.keyboard.press('Enter')
  const live = page.getByRole('tabpanel', { name: 'Live' })
  await live.getByRole('button', { name: 'Doctor' }).focus()
  await page.keyboard.press('Enter')
  await page.getByRole('tabpanel', { name: 'Doctor' }).getByRole('status').waitFor()
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
})

it.each(['en', 'zh'] as const)('fits on a phone (%s)', async (language) => {
  const { page } = await pages.open({ viewport: { width: 360, height: 740 } })
  await fillPanels(page)
  if (language === 'zh') await page.getByRole('button', { name: '中文' }).click()
  for (const name of PANELS[language]) {
    await openPanel(page, name)
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect([name, overflow]).toEqual([name, 0])
  }
})

it('changes the language and keeps what was typed; both choices outlast a reload', async () => {
  const { page, complaints } = await pages.open()
  const doctor = await openPanel(page, 'Doctor')
  await doctor.getByRole('button', { name: 'a JWT' }).click()
  const typed = await doctor.getByLabel('Ticket that does not work').inputValue()
  await page.getByRole('button', { name: '中文' }).click()
  const translated = page.getByRole('tabpanel', { name: '诊断' })
  expect(await translated.getByLabel('不能用的票据').inputValue()).toBe(typed)
  expect(await translated.getByRole('status').textContent()).toContain('这张票据不能使用')
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
  await page.getByRole('button', { name: /登录为\s*Alice/ }).waitFor()
})

it('loads less than 100 kB before anything is done', async () => {
  const { page } = await pages.open()
  await page.getByRole('button', { name: 'Log in as Alice' }).waitFor()
  const loaded = await page.evaluate(() =>
    performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
  )
  const files = ['/index.html', ...loaded.filter((path) => !path.startsWith('/api/'))]
  const sizes = files.map((path) => gzipSync(readFileSync(new URL(`../../dist${path}`, import.meta.url))).length)
  expect(files.length).toBeGreaterThan(3)
  expect(sizes.reduce((a, b) => a + b)).toBeLessThan(100_000)
  // The other language and what draws QR codes wait until they are needed.
  const scripts = readdirSync(new URL('../../dist/assets/', import.meta.url)).filter((name) => name.endsWith('.js'))
  expect(scripts.length).toBeGreaterThan(loaded.filter((path) => path.startsWith('/assets/')).length - 1)
})

it('opens again without its server, and signs and diagnoses there', async () => {
  const { page } = await pages.open()
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.reload()
  await pages.stop()
  await page.reload()
  await page.getByText('There is no server behind this page').waitFor()
  const generate = await openPanel(page, 'Generate')
  await generate.getByRole('button', { name: 'Use an example application' }).click()
  await generate.getByRole('img', { name: 'QR code' }).waitFor()
  await generate.getByRole('button', { name: 'Doctor' }).click()
  await page.getByRole('tabpanel', { name: 'Doctor' }).getByText('This ticket works.').waitFor()
})
