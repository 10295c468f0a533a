import type { CDPSession, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { startDemo } from '../demo-process.ts'
import { fetchTicket, openPanel, usePages } from './open-page.ts'

const pages = usePages()

it('gives the lifetime that was chosen, however slow the network is', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  await page.getByText('Logged in as Alice').waitFor()
  await page.route('**/api/login', async (route) => {
    await new Promise((resolve) => setTimeout(resolve, 700))
    await route.continue()
  })
  await page.getByText('30 s', { exact: true }).click()
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  const busy = page.getByRole('button', { name: 'Asking the server' })
  expect(await busy.getAttribute('aria-busy')).toBe('true')
  await page.locator('.log .page').getByText('has a fresh ticket for 30 s').waitFor()
  expect(await page.locator('.log .server').getByText('signs for alice, 1 h').count()).toBe(0)
  await page.getByRole('button', { name: 'Get a UserSig' }).waitFor()
})

it.each([
  [3600, 'ahead of'],
  [-3600, 'behind'],
])('says that the clock is %i seconds off', async (seconds, where) => {
  const { page } = await pages.open({ hash: '#codes' })
  await page.addInitScript((ahead) => {
    const { now } = Date
    Date.now = () => now() + ahead * 1000
  }, seconds)
  await page.reload()
  const live = await openPanel(page, 'Live')
  await live.getByText(`The clock of this device is 1 h ${where} the server`).waitFor()
})

it('says nothing of a clock that is right', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await fetchTicket(page)
  expect(await page.getByText('The clock of this device').count()).toBe(0)
})

it('is back within three seconds after the server is', async () => {
  const first = await startDemo('node', { DEMO_EXPIRE: '6', DEMO_SESSION_SECRET: 'the same for both' })
  const { page } = await pages.open()
  await page.goto(`${first.baseUrl}/#live`)
  await fetchTicket(page)
  await first.kill()
  await page.locator('.log-counts').getByText('not connected').waitFor()
  await page.locator('.failure').waitFor({ timeout: 20_000 })
  const second = await startDemo('node', {
    DEMO_EXPIRE: '6',
    DEMO_SESSION_SECRET: 'the same for both',
    PORT: new URL(first.baseUrl).port,
  })
  await page.locator('.log-counts').getByText('live', { exact: true }).waitFor({ timeout: 3000 })
  await page.getByRole('timer').getByText('valid for').waitFor({ timeout: 3000 })
  await page.locator('.failure').waitFor({ state: 'detached' })
  await page.close()
  await second.kill()
})

it('is back within three seconds after the network is', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await fetchTicket(page)
  await page.context().setOffline(true)
  await page.locator('.log-counts').getByText('not connected').waitFor()
  await page.getByRole('button', { name: 'Renew now' }).click()
  await page.locator('.failure').waitFor()
  await page.context().setOffline(false)
  await page.locator('.log-counts').getByText('live', { exact: true }).waitFor({ timeout: 3000 })
  await page.locator('.failure').waitFor({ state: 'detached', timeout: 3000 })
})

/** What the page has drawn so far. */
async function countWork(session: CDPSession): Promise<{ layouts: number; styles: number; tasks: number }> {
  const { metrics } = await session.send('Performance.getMetrics')
  const of = (wanted: string) => metrics.find(({ name }) => name === wanted)?.value ?? 0
  return { layouts: of('LayoutCount'), styles: of('RecalcStyleCount'), tasks: of('TaskDuration') }
}

async function workOf(page: Page, milliseconds: number): Promise<{ styles: number; share: number }> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const before = await countWork(session)
  await page.waitForTimeout(milliseconds)
  const after = await countWork(session)
  return { styles: after.styles - before.styles, share: (after.tasks - before.tasks) / (milliseconds / 1000) }
}

it('draws a ticket that waits once a second, and nothing while another panel is open', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await fetchTicket(page)
  await page.waitForTimeout(1000)
  const live = await workOf(page, 5000)
  console.log(`Live, idle: ${live.styles} times in 5 s, ${(live.share * 100).toFixed(1)} % of the main thread`)
  // Two clocks that tick once a second each, and a server that says once in five seconds that it is there.
  expect(live.styles).toBeLessThanOrEqual(14)
  await openPanel(page, 'Codes')
  await page.getByRole('row').first().waitFor()
  await page.waitForTimeout(1000)
  const hidden = await workOf(page, 3000)
  console.log(`another panel: ${hidden.styles} times in 3 s, ${(hidden.share * 100).toFixed(1)} % of the main thread`)
  expect(hidden.styles).toBe(0)
})
