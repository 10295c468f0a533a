import { readFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPanel, usePages } from './open-page.ts'

const BUILT = new URL('../../../../apps/demo/dist/', import.meta.url)
const PATH = '/x/y/'
const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
}

const pages = usePages()
let fileServer: Server
let proxy: Server
const originOf = (server: Server) => `http://localhost:${(server.address() as AddressInfo).port}`
const listening = (server: Server) => new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))

/** Files, and nothing else. */
function createFileServer(): Server {
  return createServer(({ url = '' }, response) => {
    const name = url.startsWith(PATH) ? url.slice(PATH.length) || 'index.html' : '../missing'
    try {
      const body = readFileSync(new URL(name, BUILT))
      response.setHeader('content-type', TYPES[extname(name)] ?? 'text/plain').end(body)
    } catch {
      response.writeHead(404).end('not found')
    }
  })
}

/** What nginx does with `location /x/y/ { proxy_pass http://demo/; }`. */
function createProxy(): Server {
  return createServer((incoming, outgoing) => {
    if (!incoming.url?.startsWith(PATH)) return outgoing.writeHead(404).end()
    const { port } = new URL(pages.baseUrl())
    const path = `/${incoming.url.slice(PATH.length)}`
    const headers = { ...incoming.headers, host: `127.0.0.1:${port}` }
    const asked = request({ host: '127.0.0.1', port, path, method: incoming.method ?? 'GET', headers }, (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, answer.headers)
      answer.pipe(outgoing)
    })
    asked.on('error', () => outgoing.destroy())
    outgoing.on('close', () => asked.destroy())
    incoming.pipe(asked)
    return undefined
  })
}

beforeAll(async () => {
  fileServer = createFileServer()
  proxy = createProxy()
  await Promise.all([listening(fileServer), listening(proxy)])
})
afterAll(() => {
  for (const server of [fileServer, proxy]) {
    server.closeAllConnections()
    server.close()
  }
})

it('works from a server of files under any path, with all panels but Live', async () => {
  const { page, complaints } = await pages.open()
  const failed: string[] = []
  page.on('response', (answer) => answer.status() >= 400 && failed.push(new URL(answer.url()).pathname))
  await page.goto(originOf(fileServer) + PATH)
  await page.getByLabel('What you have').fill('70009')
  await page.locator('.verdict').getByText('70009').waitFor()
  await openPanel(page, 'Codes')
  await page.getByRole('row').first().waitFor()
  const generate = await openPanel(page, 'Generate')
  await generate.getByRole('button', { name: 'Use an example application' }).click()
  await generate.getByRole('img', { name: 'QR code' }).waitFor()
  await openPanel(page, 'Anatomy')
  await page.getByRole('button', { name: 'PrivateMapKey', exact: true }).click()
  await page.getByRole('list', { name: 'Checks' }).waitFor()
  expect(failed).toEqual([])
  await page.getByRole('button', { name: '中文' }).click()
  await page.getByRole('button', { name: 'English' }).click()
  const live = await openPanel(page, 'Live')
  await live.getByText('This panel needs a server').waitFor()
  expect(await live.textContent()).toContain('npm start')
  expect([...new Set(failed)].sort()).toEqual(['/x/y/api/config', '/x/y/api/me'])
  expect(complaints).toEqual([])
})

it('opens from a server of files without it, once it was there', async () => {
  const { page } = await pages.open()
  await page.goto(originOf(fileServer) + PATH)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined))
  await page.context().setOffline(true)
  await page.reload()
  await page.getByLabel('What you have').fill('70009')
  await page.locator('.verdict').getByText('70009').waitFor()
})

it('may load and ask nothing of other sites, also where the server sends no policy', async () => {
  const { page } = await pages.open()
  await page.goto(originOf(fileServer) + PATH)
  const answer = await page.evaluate((url) => fetch(url).then(String, String), pages.baseUrl())
  expect(answer).toContain('TypeError')
})

it('works by a reverse proxy under a path, with the server and its stream', async () => {
  const { page, complaints } = await pages.open()
  await page.goto(`${originOf(proxy)}${PATH}#live`)
  await page.getByRole('button', { name: 'Log in as Alice' }).click()
  await page.getByRole('button', { name: 'Get a UserSig' }).click()
  await page.getByRole('timer').waitFor()
  await page.locator('.log .server').getByText('signs for alice').first().waitFor()
  await page.getByRole('button', { name: 'Log out' }).click()
  await page.getByRole('button', { name: 'Log in as Alice' }).waitFor()
  expect(complaints).toEqual([])
})
