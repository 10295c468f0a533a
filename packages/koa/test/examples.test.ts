import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type Started, start } from '../../edge/test/support/start.ts'
import { ENV, useExample } from '../../edge/test/support/use-example.ts'

/** Egg and Midway write logs beside the program: a copy runs, with its dependencies. */
function copyExample(name: string): string {
  const from = fileURLToPath(new URL(`../../../examples/${name}/`, import.meta.url))
  const to = fileURLToPath(new URL(`../.reports/example-${name}/`, import.meta.url))
  rmSync(to, { recursive: true, force: true })
  mkdirSync(to, { recursive: true })
  cpSync(from, to, { recursive: true, filter: (path) => !/[\\/](node_modules|dist|logs|run|typings)$/.test(path) })
  symlinkSync(`${from}node_modules`, `${to}node_modules`, 'junction')
  return to
}

describe.each([
  ['egg', 'start.js', () => {}],
  ['midway', 'bootstrap.js', (cwd: string) => void execFileSync('tsc', ['-p', '.'], { cwd })],
] as const)('the example for %s', (name, file, build) => {
  let cwd: string
  let running: Started
  beforeAll(async () => {
    cwd = copyExample(name)
    build(cwd)
    running = await start(process.execPath, [file], { cwd, env: ENV })
  })
  afterAll(() => running?.close())

  test('issues and guards', () => useExample((path, init) => fetch(running.baseUrl + path, init)))

  test('knows no other page', async () => {
    expect((await fetch(`${running.baseUrl}/other`)).status).toBe(404)
  })

  test('does not start without its secrets', async () => {
    const { SESSION_SECRET: _, ...env } = ENV
    await expect(start(process.execPath, [file], { cwd, env })).rejects.toThrow(/SESSION_SECRET is not set/)
    const { USERSIG_SECRETKEY: __, ...keyless } = ENV
    await expect(start(process.execPath, [file], { cwd, env: keyless })).rejects.toThrow(/USERSIG_SECRETKEY/)
  })
})
