import type { Browser, BrowserContext, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { launch, openSite, type Site } from './site.ts'
import { call, settle } from './world.ts'

let site: Site
let browser: Browser
let context: BrowserContext
beforeAll(async () => {
  site = await openSite('./faults-page.ts')
  browser = await launch()
})
afterAll(async () => {
  await browser.close()
  site.close()
})
beforeEach(async () => {
  context = await browser.newContext()
  Object.assign(site, { requests: 0, user: 'alice', answer: undefined })
})
afterEach(() => context.close())

/** Opens tabs of one browser, some without what newer browsers have. */
async function openTabs(count: number, without: string[] = [], userId: string | undefined = 'alice'): Promise<Page[]> {
  await context.addInitScript((names) => {
    for (const name of names) {
      const owner = name === 'locks' ? Navigator.prototype : globalThis
      Object.defineProperty(owner, name, { value: undefined })
    }
  }, without)
  return await Promise.all(
    Array.from({ length: count }, async () => {
      const page = await context.newPage()
      await page.goto(site.origin)
      await call({ page }, 'open', { endpoint: '/usersig', ...(userId && { userId }) }, userId && 'browser')
      return page
    }),
  )
}

const stored = (page: Page | undefined) => page?.evaluate(() => localStorage.length)
const texts = async (tabs: Page[], name: 'get' | 'refresh') =>
  [...new Set(await Promise.all(tabs.map((page) => call({ page }, name))))].join()

/** What ten tabs do with one endpoint, by what the browser has. */
describe.each([
  ['Web Locks and BroadcastChannel', [], 1],
  ['BroadcastChannel alone', ['locks'], 10],
  ['neither', ['locks', 'BroadcastChannel'], 10],
] as const)('ten tabs with %s', (_name, without, most) => {
  test('share their tickets, and with Web Locks the first request, too', async () => {
    const tabs = await openTabs(10, [...without])
    expect(await texts(tabs, 'get')).toBe('tickets of alice')
    expect(site.requests).toBeLessThanOrEqual(most)
    // A refresh in one is the refresh of all, and a tab that is opened later asks for nothing.
    const { requests } = site
    await new Promise((resolve) => setTimeout(resolve, 1100))
    await call({ page: tabs[0] as Page }, 'refresh')
    const [late] = await openTabs(1)
    await call({ page: late as Page }, 'get')
    const [newest, ...older] = await Promise.all([late as Page, ...tabs].map((page) => call({ page }, 'current')))
    expect(new Set(older)).toEqual(new Set([newest]))
    expect(site.requests).toBe(requests + 1)
  })

  test('share one logout, and none of them writes its tickets back', async () => {
    const tabs = await openTabs(10, [...without])
    await texts(tabs, 'get')
    await Promise.all(tabs.map((page) => call({ page }, 'follow')))
    let answer = () => {}
    site.answer = (_, response) => {
      answer = () => void response.end('{}')
      return true
    }
    const [first, second, ...others] = tabs as [Page, Page, ...Page[]]
    const late = call({ page: second }, 'refresh')
    await expect.poll(() => site.requests).toBeGreaterThan(1)
    await call({ page: first }, 'logout')
    expect(await late).toBe('signed_out')
    answer()
    await settle({ page: second })
    expect(await texts([second, ...others], 'get')).toBe('signed_out')
    expect(await call({ page: second }, 'seen')).toEqual(['tickets', 'signed_out'])
    expect(await stored(second)).toBe(0)
  })
})

test('who logs in again after a logout is logged in everywhere', async () => {
  const tabs = await openTabs(3)
  await texts(tabs, 'get')
  await call({ page: tabs[0] as Page }, 'logout')
  await expect.poll(() => texts(tabs.slice(1), 'get')).toBe('signed_out')
  const [fresh] = await openTabs(1)
  await call({ page: fresh as Page }, 'get')
  await expect.poll(() => texts(tabs.slice(1), 'get')).toBe('tickets of alice')
})

describe('another user', () => {
  test('gets nothing of the user before from the storage', async () => {
    const [alice] = await openTabs(1)
    await call({ page: alice as Page }, 'get')
    site.user = 'bob'
    const [bob] = await openTabs(1, [], 'bob')
    expect(await call({ page: bob as Page }, 'get')).toBe('tickets of bob')
  })

  test('gets nothing of the user before that was on its way', async () => {
    const [page] = (await openTabs(1, [], '')) as [Page]
    let answer = () => {}
    site.answer = (_, response) => {
      answer = () => {
        const issuedAt = Math.floor(Date.now() / 1000)
        const tickets = { sdkAppId: 1, userId: 'alice', userSig: 'x', issuedAt, expire: 600 }
        response.setHeader('content-type', 'application/json').end(JSON.stringify(tickets))
      }
      return true
    }
    const before = call({ page }, 'get')
    await expect.poll(() => site.requests).toBe(1)
    Object.assign(site, { answer: undefined, user: 'bob' })
    expect(await call({ page }, 'refresh')).toBe('tickets of bob')
    answer()
    expect(await before).toBe('tickets of alice')
    expect(await call({ page }, 'get')).toBe('tickets of bob')
  })
})
