import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { CHROMIUM_ARGS, findChromium } from '../../scripts/chromium.mjs'
import { BASE, serveSite } from './server.ts'

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
/** What a page may transfer before it can be read and used, in bytes. */
const FIRST_LOAD = 150_000

let server: Awaited<ReturnType<typeof serveSite>>
let browser: Browser
beforeAll(async () => {
  server = await serveSite()
  browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
})
afterAll(async () => {
  await browser?.close()
  server?.close()
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

interface Opened {
  readonly page: Page
  /** Addresses that were asked for, and what failed. */
  readonly requests: readonly string[]
  readonly faults: readonly string[]
  /** Bytes that came, as they were transferred. */
  bytes(): Promise<number>
}

async function open(path: string, options: BrowserContextOptions = {}): Promise<Opened> {
  const page = await (await browser.newContext(options)).newPage()
  const [requests, faults]: [string[], string[]] = [[], []]
  const sizes: Promise<number>[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('pageerror', ({ message }) => faults.push(message))
  page.on('console', (message) => message.type() === 'error' && faults.push(message.text()))
  page.on('response', (response) => {
    if (response.status() >= 400) faults.push(`${response.status()} ${response.url()}`)
  })
  page.on('requestfinished', (request) => {
    sizes.push(
      request.sizes().then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    )
  })
  await page.goto(server.origin + BASE + path, { waitUntil: 'networkidle' })
  const bytes = async () => (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0)
  return { page, requests, faults, bytes }
}

const PAGES = ['', 'zh/', 'codes/70009.html', 'zh/codes/70009.html', 'guide/quick-start.html']

describe.each(PAGES)('/%s', (path) => {
  test.each(['light', 'dark'] as const)('has no fault of accessibility in the %s theme', async (colorScheme) => {
    const { page, faults } = await open(path, { colorScheme })
    await page.evaluate(AXE)
    const found = await page.evaluate(async () => {
      const { violations } = await (globalThis as unknown as { axe: { run(): Promise<Report> } }).axe.run()
      return violations.map(
        ({ id, nodes }) =>
          `${id}: ${nodes
            .map(({ html }) => html.slice(0, 160))
            .slice(0, 3)
            .join(' ')}`,
      )
    })
    expect(found).toEqual([])
    expect(faults).toEqual([])
  })

  test('asks nobody else for anything, and is small', async () => {
    const { requests, bytes } = await open(path)
    expect(requests.filter((url) => !url.startsWith(server.origin) && !url.startsWith('data:'))).toEqual([])
    expect(await bytes()).toBeLessThan(FIRST_LOAD)
  })

  test('does not scroll sideways on a phone', async () => {
    const { page } = await open(path, { viewport: { width: 360, height: 740 } })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(360)
  })
})

interface Report {
  readonly violations: readonly { readonly id: string; readonly nodes: readonly { readonly html: string }[] }[]
}

test('the doctor of the first page answers, and sends nothing', async () => {
  const { page, requests, faults } = await open('zh/')
  const before = requests.length
  await page.getByRole('button', { name: '诊断', exact: true }).click()
  await page.getByText('签发时用了另一个密钥').waitFor()
  expect(requests.slice(before).every((url) => url.startsWith(`${server.origin}${BASE}assets/`))).toBe(true)
  expect(faults).toEqual([])
})

test.each([
  ['', '70009', '70009'],
  ['zh/', '另一个密钥', '70009'],
])('the search of /%s finds %s without a server', async (path, word, wanted) => {
  const { page, requests } = await open(path)
  await page.locator('.VPNavBarSearch button').click()
  await page.locator('.VPLocalSearchBox input').fill(word)
  await page.locator('.VPLocalSearchBox .result').filter({ hasText: wanted }).first().waitFor()
  expect(requests.filter((url) => !url.startsWith(server.origin))).toEqual([])
})

test('the console works inside the site', async () => {
  const { page, faults } = await open('console/index.html')
  await page.getByRole('tab').first().waitFor()
  expect(faults).toEqual([])
})
