import type { Page } from 'playwright-core'
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

/** How often the page is drawn anew within a time. */
async function countDrawings(page: Page, milliseconds: number): Promise<number> {
  const session = await page.context().newCDPSession(page)
  await session.send('Performance.enable')
  const count = async () => {
    const { metrics } = await session.send('Performance.getMetrics')
    return metrics.find(({ name }) => name === 'RecalcStyleCount')?.value ?? Number.NaN
  }
  const before = await count()
  await page.waitForTimeout(milliseconds)
  return (await count()) - before
}

it('draws a ticket that waits once a second, and nothing while another panel is open', async () => {
  const { page } = await pages.open({ hash: '#live' })
  await fetchTicket(page)
  await page.waitForTimeout(1000)
  // Two clocks that tick once a second each, and a server that says once in five seconds that it is there.
  const drawings = await countDrawings(page, 5000)
  expect(drawings).toBeGreaterThan(0)
  expect(drawings).toBeLessThanOrEqual(14)
  await openPanel(page, 'Codes')
  await page.getByRole('row').first().waitFor()
  await page.waitForTimeout(1000)
  expect(await countDrawings(page, 3000)).toBe(0)
})
