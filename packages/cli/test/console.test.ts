import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { request } from 'node:http'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { BINARY } from './run.ts'

const isBuilt = existsSync(BINARY.replace(/main\.js$/, 'console/index.html'))
let child: ReturnType<typeof spawn>
let port = 0

beforeAll(async () => {
  if (!isBuilt) return
  child = spawn(process.execPath, [BINARY, 'console', '--lang', 'en'], { stdio: ['ignore', 'pipe', 'inherit'] })
  port = await new Promise((resolve) => {
    child.stdout?.setEncoding('utf8').on('data', (text: string) => resolve(Number(/localhost:(\d+)/.exec(text)?.[1])))
  })
})
afterAll(() => child?.kill())

async function get(path: string, host = `localhost:${port}`, method = 'GET') {
  return await new Promise<{ status: number | undefined; type: string | undefined; body: string }>((resolve) => {
    request({ port, path, method, host: '127.0.0.1', headers: { host } }, (response) => {
      let body = ''
      response.setEncoding('utf8').on('data', (chunk) => {
        body += chunk
      })
      response.on('end', () => resolve({ status: response.statusCode, type: response.headers['content-type'], body }))
    }).end()
  })
}

test.skipIf(!isBuilt)('the page and its files', async () => {
  const page = await get('/')
  expect([page.status, page.type]).toEqual([200, 'text/html; charset=utf-8'])
  const [, script = ''] = /src="\.?\/?(assets\/[^"]+\.js)"/.exec(page.body) ?? []
  expect(await get(`/${script}`)).toMatchObject({ status: 200, type: 'text/javascript; charset=utf-8' })
})

test.skipIf(!isBuilt).each([
  ['/', 'evil.example', 'GET', 403],
  ['/', undefined, 'POST', 405],
  ['/../main.js', undefined, 'GET', 404],
  ['/%2e%2e/main.js', undefined, 'GET', 404],
  ['/..%2fmain.js', undefined, 'GET', 404],
  ['/%00', undefined, 'GET', 404],
  ['/%', undefined, 'GET', 404],
  ['/nothing.html', undefined, 'GET', 404],
])('%s of %s by %s: %i', async (path, host, method, status) => {
  expect((await get(path, host, method)).status).toBe(status)
})
