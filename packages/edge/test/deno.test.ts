import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { signer } from './support/fixture.ts'
import { DENO } from './support/runtimes.ts'
import { type Started, start } from './support/start.ts'

let server: Started
beforeAll(async () => {
  const args = ['run', '--no-lock', '--no-prompt', '--allow-net=127.0.0.1', 'deno-socket.ts']
  server = await start(DENO, args, { cwd: fileURLToPath(new URL('apps/', import.meta.url)) })
})
afterAll(() => server?.close())

/** The first message, or what became of the connection. */
function connect(ticket: string): Promise<string> {
  const url = `${server.baseUrl.replace('http', 'ws')}/?ticket=${encodeURIComponent(ticket)}`
  const socket = new WebSocket(url)
  return new Promise((resolve) => {
    socket.addEventListener('message', ({ data }) => {
      resolve(String(data))
      socket.close()
    })
    socket.addEventListener('error', () => resolve('refused'))
  })
}

test('a guard with CORS lets a WebSocket through', async () => {
  expect(await connect(signer.genUserSig('alice')), server.output()).toBe('welcome')
  expect(await connect('no-ticket')).toBe('refused')
})
