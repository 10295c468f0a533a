import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { BUN } from '../../edge/test/support/runtimes.ts'
import { type Started, start } from '../../edge/test/support/start.ts'
import { ENV, useExample } from '../../edge/test/support/use-example.ts'

const example = { cwd: fileURLToPath(new URL('../../../examples/hono/', import.meta.url)), env: ENV }

describe.each([
  ['Node.js', process.execPath, 'src/node.ts'],
  ['Bun', BUN, 'src/bun.ts'],
])('the example on %s', (_name, command, file) => {
  let running: Started
  beforeAll(async () => {
    running = await start(command, [file], example)
  })
  afterAll(() => running?.close())

  test('issues and guards', () => useExample((path, init) => fetch(running.baseUrl + path, init)))

  test('knows no other page', async () => {
    expect((await fetch(`${running.baseUrl}/other`)).status).toBe(404)
  })
})

test('the example does not start without its secrets', async () => {
  const { SESSION_SECRET: _, ...env } = ENV
  await expect(start(process.execPath, ['src/node.ts'], { ...example, env })).rejects.toThrow(
    /SESSION_SECRET is not set/,
  )
  const { USERSIG_SECRETKEY: __, ...keyless } = ENV
  await expect(start(process.execPath, ['src/node.ts'], { ...example, env: keyless })).rejects.toThrow(
    /USERSIG_SECRETKEY is not set\. Write both into \.env/,
  )
})
