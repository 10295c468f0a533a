import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { launch, openSite, type Site } from '../browser/site.ts'
import { advance, openWorld } from '../browser/world.ts'
import { APPS, pathOf } from './apps.ts'
import { makeFolder, readSamples } from './samples.ts'

const samples = readSamples('FRAMEWORKS.md')

let browser: Browser
beforeAll(async () => {
  browser = await launch()
})
afterAll(() => browser.close())

/** The functions of an app, as the page has them. */
declare const app: { show(): void; logOut(): Promise<void>; hide(): void }
/** What was shown, one after the other. */
declare const texts: string[]

function recordTexts(): void {
  const seen: string[] = []
  const record = () => {
    const text = document.querySelector('b')?.textContent
    if (text && text !== seen.at(-1)) seen.push(text)
  }
  new MutationObserver(record).observe(document, { childList: true, subtree: true, characterData: true })
  Object.assign(globalThis, { texts: seen })
}

/** The sample of the source, which keeps its tickets if the page's address says so. */
const withStorage = (sample: string) => `import { keepIn } from '@usersig/client/storage'
${sample.replace(
  "endpoint: '/usersig',",
  "$& ...(location.hash === '#kept' && { userId: 'alice', storage: keepIn(() => localStorage) }),",
)}`

describe.each(Object.entries(APPS))('the sample for %s', (name, { files, main, compile, plugins = [] }) => {
  let folder: string
  let remove: () => void
  let site: Site
  beforeAll(() => {
    ;({ folder, remove } = makeFolder(name, {
      ...files,
      'source.ts': withStorage(samples.get('source') ?? ''),
      [`${name}.ts`]: samples.get(name) ?? '',
    }))
  })
  afterAll(() => {
    site?.close()
    remove()
  })

  test('is compiled', async () => {
    expect(compile?.(folder) ?? '').toBe('')
    site = await openSite(pathOf(folder, main), plugins)
    site.expire = 120
  })

  test('renders each renewal, and ends the subscription with the component', async () => {
    const world = await openWorld(browser, site)
    const { page, context } = world
    const end = () => (site.time ?? 0) + site.expire
    await page.evaluate(recordTexts)
    await page.evaluate(() => app.show())
    await advance(world, 5)
    const first = end()
    await advance(world, site.expire / 2 + 10, 5)
    const seen = await page.evaluate(() => texts)
    expect([seen.length, seen[0], site.requests]).toEqual([3, 'none', 2])
    expect(Number(seen[1])).toBeLessThanOrEqual(first)
    expect(Number(seen[2])).toBeGreaterThan(first)
    expect(await page.textContent('b')).toBe(seen[2])

    await page.evaluate(() => app.hide())
    await advance(world, 2 * site.expire, 30)
    expect([await page.locator('b').count(), site.requests]).toEqual([0, 2])
    await context.close()
  })

  test('shows that the login was refused, and the tickets when it is not any more', async () => {
    const world = await openWorld(browser, site)
    const { page, context } = world
    const tokens: unknown[] = []
    site.answer = ({ headers }, response) => {
      tokens.push(headers.authorization)
      response.writeHead(401, { 'content-type': 'application/problem+json' }).end('{"code":"unauthenticated"}')
      return true
    }
    await page.evaluate(() => app.show())
    await advance(world, 5)
    expect([await page.textContent('b'), tokens]).toEqual(['unauthenticated', ['Bearer app login']])
    site.answer = undefined
    await page.evaluate(() => dispatchEvent(new Event('online')))
    await advance(world, 2)
    expect(Number(await page.textContent('b'))).toBeGreaterThan(site.time ?? 0)
    await context.close()
  })

  test('shows nobody after a logout in another tab', async () => {
    const world = await openWorld(browser, site)
    const { page, context } = world
    const other = await context.newPage()
    for (const tab of [page, other]) {
      await tab.goto(`${site.origin}/#kept`)
      await tab.reload()
      await tab.evaluate(() => app.show())
      await advance(world, 5)
      await expect.poll(() => tab.textContent('b')).toMatch(/^\d+$/)
    }
    await other.evaluate(() => app.logOut())
    // Angular renders by a timer, and the word of the other tab may come after a step of the clock.
    const look = async () => {
      await advance(world, 1)
      return await page.textContent('b')
    }
    await expect.poll(look).toBe('signed_out')
    expect(await other.textContent('b')).toBe('stopped')
    await context.close()
  })

  test('shows nobody after a logout, and the tickets of the next login', async () => {
    const world = await openWorld(browser, site)
    const { page, context } = world
    await page.evaluate(() => app.show())
    await advance(world, 5)
    expect(Number(await page.textContent('b'))).toBeGreaterThan(site.time ?? 0)
    await page.evaluate(() => app.logOut())
    await advance(world, 1)
    expect(await page.textContent('b')).toBe('stopped')
    await page.evaluate(() => app.hide())
    await page.evaluate(() => app.show())
    await advance(world, 5)
    expect(Number(await page.textContent('b'))).toBeGreaterThan(site.time ?? 0)
    await context.close()
  })
})
