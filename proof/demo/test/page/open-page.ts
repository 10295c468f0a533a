import { createRequire } from 'node:module'
import type { Running } from 'demo/server/listen'
import { readSettings } from 'demo/server/settings'
import { start } from 'demo/server/start'
import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll } from 'vitest'
import { collectComplaints, launchBrowser } from '../browser.ts'

const AXE = createRequire(import.meta.url).resolve('axe-core/axe.min.js')

/** A page of the demo in a real browser. */
export interface OpenPage {
  readonly page: Page
  /** What the page complains of. */
  readonly complaints: readonly string[]
}

export interface PageOptions extends BrowserContextOptions {
  readonly hash?: string
}

/** The demo and a browser, for the tests of one file. */
export interface Pages {
  baseUrl(): string
  open(options?: PageOptions): Promise<OpenPage>
  /** Opens a page once, for all cases of a table: most of them take less time than opening one. */
  once<T extends { readonly page: Page }>(open: () => Promise<T>): () => Promise<T>
  /** Stops the server before the tests are over. */
  stop(): Promise<void>
}

/** @param env - The environment of the demo. */
export function usePages(env: Record<string, string> = {}): Pages {
  let running: Running
  let browser: Browser
  let stopped = false
  const kept = new Set<BrowserContext>()
  beforeAll(async () => {
    running = await start(readSettings({ PORT: '0', HOST: '127.0.0.1', ...env }))
    browser = await launchBrowser()
  }, 120_000)
  const stop = async () => {
    if (!stopped) await running?.close()
    stopped = true
  }
  afterAll(async () => {
    await browser?.close()
    await stop()
  })
  // A page that is left open goes on asking for tickets.
  afterEach(async () => {
    const done = browser.contexts().filter((context) => !kept.has(context))
    await Promise.all(done.map((context) => context.close()))
  })
  const baseUrl = () => `http://127.0.0.1:${running.port}`
  return {
    baseUrl,
    stop,
    async open({ hash = '', ...options } = {}) {
      const context = await browser.newContext({ locale: 'en', ...options })
      const page = await context.newPage()
      const complaints = collectComplaints(page)
      await page.goto(`${baseUrl()}/${hash}`)
      return { page, complaints }
    },
    once(open) {
      let opened: ReturnType<typeof open> | undefined
      const openAndKeep = async () => {
        const result = await open()
        kept.add(result.page.context())
        return result
      }
      return () => {
        opened ??= openAndKeep()
        return opened
      }
    },
  }
}

/** Opens a panel by its tab. */
export async function openPanel(page: Page, name: string): Promise<Locator> {
  await page.getByRole('tab', { name, exact: true }).click()
  return page.getByRole('tabpanel', { name, exact: true })
}

/** Logs Alice in and fetches a ticket, with the lifetime that stands first. */
export async function fetchTicket(page: Page): Promise<string> {
  await openPanel(page, 'Live')
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  return await ticketOf(page.getByRole('tabpanel', { name: 'Live' }))
}

export async function ticketOf(panel: Locator, name = 'UserSig'): Promise<string> {
  return (await panel.getByRole('group', { name, exact: true }).textContent()) ?? ''
}

/** What axe finds. The page has to be opened with `bypassCSP`, since axe is put into it from outside. */
export async function findBarriers(page: Page): Promise<string[]> {
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.addScriptTag({ path: AXE })
  return await page.evaluate(() => {
    const { axe } = globalThis as unknown as {
      axe: { run(): Promise<{ violations: { id: string; nodes: { html: string; failureSummary: string }[] }[] }> }
    }
    return axe
      .run()
      .then(({ violations }) =>
        violations.flatMap(({ id, nodes }) => nodes.map((node) => `${id}: ${node.html} ${node.failureSummary}`)),
      )
  })
}
