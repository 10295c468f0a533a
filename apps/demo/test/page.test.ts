import { createRequire } from 'node:module'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Running } from '../server/adapters/listen.ts'
import { readSettings } from '../server/settings.ts'
import { start } from '../server/start.ts'
import { collectComplaints, launchBrowser } from './browser.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

let running: Running
let browser: Browser
let baseUrl: string
let complaints: string[] = []

beforeAll(async () => {
  running = await start(readSettings([], { PORT: '0', HOST: '127.0.0.1' }))
  baseUrl = `http://127.0.0.1:${running.port}`
  browser = await launchBrowser()
}, 120_000)

afterAll(async () => {
  await browser?.close()
  await running?.close()
})

async function openPage(options: BrowserContextOptions = {}, hash = ''): Promise<Page> {
  const context = await browser.newContext({ ...options, bypassCSP: false })
  const page = await context.newPage()
  complaints = collectComplaints(page)
  await page.goto(`${baseUrl}/${hash}`)
  return page
}

async function fetchTicket(page: Page, room?: string): Promise<string> {
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  if (room !== undefined) {
    await page.getByText('String', { exact: true }).click()
    await page.getByLabel('Room', { exact: true }).fill(room)
  }
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  return (await page.locator('.ticket-text').first().textContent()) ?? ''
}

/** What axe finds; it is put into the page from outside, past the page's own policy. */
async function findBarriers(page: Page): Promise<string[]> {
  const context = await browser.newContext({ bypassCSP: true, ...(await themeOf(page)) })
  const copy = await context.newPage()
  await copy.goto(page.url())
  await copy.locator('main > section').first().waitFor({ state: 'attached' })
  await copy.evaluate(
    (html) => {
      document.body.innerHTML = html
    },
    await page.locator('body').innerHTML(),
  )
  await copy.addScriptTag({ path: AXE })
  const found = await copy.evaluate(() => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: unknown[] }[] }> }
    }
    return axe.run().then(({ violations }) => violations.map(({ id, nodes }) => `${id}: ${JSON.stringify(nodes)}`))
  })
  await context.close()
  return found
}

async function themeOf(page: Page): Promise<BrowserContextOptions> {
  const dark = await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)
  return { colorScheme: dark ? 'dark' : 'light' }
}

it('hands a ticket to a user who has logged in', async () => {
  const page = await openPage()
  const ticket = await fetchTicket(page)
  expect(ticket).toMatch(/^e[AJ][A-Za-z0-9*-]+_{0,2}$/)
  await page.getByText('sample credentials').waitFor()
  expect(await page.getByRole('timer').textContent()).toMatch(/valid for(59 min|1 h)/)
  expect(await page.locator('[data-field="user"] dd').first().textContent()).toBe('alice')
  const before = await page.getByRole('timer').locator('strong').textContent()
  await page.waitForFunction((text) => document.querySelector('[role=timer] strong')?.textContent !== text, before)
  expect(complaints).toEqual([])
})

it('shows the rights in a room, and the refusal of the private one', async () => {
  const page = await openPage()
  await fetchTicket(page, 'room-1')
  expect(await page.locator('.chip.on').count()).toBe(3)
  await page.getByLabel('Room', { exact: true }).fill('private')
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  const alert = page.getByRole('alert')
  await alert.waitFor()
  expect(await alert.textContent()).toContain('you may not enter this room')
  expect(await alert.textContent()).toContain('room_refused')
})

it('stays logged in over a reload, and logs out', async () => {
  const page = await openPage()
  await page.getByRole('button', { name: 'Log in as Bob' }).click()
  await page.getByText('Logged in as Bob').waitFor()
  await page.reload()
  await page.getByText('Logged in as Bob').waitFor()
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('button', { name: 'Log in as Bob' }).waitFor()
})

it('inspects a ticket without sending it anywhere', async () => {
  const page = await openPage()
  const ticket = await fetchTicket(page)
  const requests: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  await page.getByRole('tab', { name: 'Inspect' }).click()
  await page.getByRole('textbox', { name: 'Ticket' }).fill(`  ${ticket}\n`)
  const panel = page.getByRole('tabpanel', { name: 'Inspect' })
  expect(await panel.locator('[data-field="user"] dd').textContent()).toBe('alice')
  expect(await panel.getByRole('region', { name: 'Signed text' }).textContent()).toMatch(/^TLS\.identifier:alice\n/)

  await page.getByRole('textbox', { name: 'Ticket' }).fill(ticket.slice(0, -3))
  await panel.getByRole('alert').waitFor()
  expect(await panel.getByRole('alert').textContent()).toContain('70003')
  await page.getByRole('button', { name: 'Use an example' }).click()
  expect(await panel.locator('.chip.on').count()).toBe(3)
  expect(requests).toEqual([])
  expect(complaints).toEqual([])
})

it('moves between the panels with the keyboard, and by the address', async () => {
  const page = await openPage({}, '#inspect')
  expect(await page.getByRole('tab', { name: 'Inspect' }).getAttribute('aria-selected')).toBe('true')
  await page.getByRole('tab', { name: 'Inspect' }).focus()
  await page.keyboard.press('ArrowRight')
  expect(await page.getByRole('tab', { name: 'Get a ticket' }).getAttribute('aria-selected')).toBe('true')
  expect(new URL(page.url()).hash).toBe('#ticket')
  await page.keyboard.press('End')
  expect(await page.evaluate(() => document.activeElement?.textContent)).toBe('Inspect')
})

it.each(['light', 'dark'] as const)(
  'has no barriers in %s',
  async (colorScheme) => {
    const page = await openPage({ colorScheme })
    expect(await findBarriers(page)).toEqual([])
    await fetchTicket(page, 'room-1')
    expect(await findBarriers(page)).toEqual([])
    await page.getByRole('tab', { name: 'Inspect' }).click()
    await page.getByRole('button', { name: 'Use an example' }).click()
    expect(await findBarriers(page)).toEqual([])
  },
  60_000,
)

it('fits on a phone', async () => {
  const page = await openPage({ viewport: { width: 360, height: 740 } })
  await fetchTicket(page, 'room-1')
  for (const tab of ['Get a ticket', 'Inspect']) {
    await page.getByRole('tab', { name: tab }).click()
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
    expect(overflow).toBeLessThanOrEqual(0)
  }
})
