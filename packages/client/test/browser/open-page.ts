import type { Plugin } from 'esbuild'
import type { Page } from 'playwright-core'
import { launch, openSite } from './site.ts'

declare global {
  /** What `page.ts` sets. */
  var app: typeof import('./page.ts')['app']
}

/** A page with the SDKs, whose server issues tickets, and which reaches no other server. */
export async function openPage(
  script = './page.ts',
  plugins: Plugin[] = [],
): Promise<{ page: Page; close(): Promise<void> }> {
  const site = await openSite(script, plugins)
  const browser = await launch()
  const page = await browser.newPage()
  await page.route(
    (url) => url.origin !== site.origin,
    (route) => route.abort(),
  )
  await page.goto(site.origin)
  return {
    page,
    async close() {
      await browser.close()
      site.close()
    },
  }
}
