import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createUserSigListener } from '@usersig/node'
import { build, type Plugin } from 'esbuild'
import { chromium, type Page } from 'playwright-core'
import { CHROMIUM_ARGS, findChromium } from '../../../../scripts/chromium.mjs'
import { signer } from '../support/endpoint.ts'

declare global {
  /** What `page.ts` sets. */
  var app: typeof import('./page.ts')['app']
}

/** A page with the SDKs, whose server issues tickets, and which reaches no other server. */
export async function openPage(
  script = './page.ts',
  plugins: Plugin[] = [],
): Promise<{ page: Page; close(): Promise<void> }> {
  const { outputFiles } = await build({
    entryPoints: [new URL(script, import.meta.url).pathname],
    plugins,
    bundle: true,
    format: 'iife',
    globalName: 'bundle',
    footer: { js: 'globalThis.app = bundle.app' },
    define: { global: 'globalThis' },
    write: false,
    logLevel: 'silent',
  })
  const code = outputFiles[0]?.contents
  const issue = createUserSigListener({ signer, authenticate: () => 'alice', authorizeRoom: () => 'audience' })
  const server = createServer((request, response) => {
    if (request.url === '/usersig') issue(request, response)
    else if (request.url === '/app.js') response.setHeader('content-type', 'text/javascript').end(code)
    else response.setHeader('content-type', 'text/html').end('<!doctype html><script src="/app.js"></script>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const browser = await chromium.launch({ executablePath: await findChromium(), args: CHROMIUM_ARGS })
  const page = await browser.newPage()
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`
  await page.route(
    (url) => !url.href.startsWith(origin),
    (route) => route.abort(),
  )
  await page.goto(origin)
  return {
    page,
    async close() {
      await browser.close()
      server.close()
    },
  }
}
