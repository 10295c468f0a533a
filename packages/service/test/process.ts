import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { ServiceConfig } from '../src/index.ts'
import { SECRET_KEY } from './start.ts'

/** The program as it is built. */
const PROGRAM = fileURLToPath(new URL('../dist/esm/bin.js', import.meta.url))

/** A service in a process of its own. */
export interface ServiceProcess {
  readonly url: string
  readonly managementUrl: string
  readonly child: ChildProcess
  /** Path of its configuration. */
  readonly path: string
  lines(): Record<string, unknown>[]
  output(): string
  /** Waits for a line that says so. */
  said(msg: string): Promise<void>
  signal(signal: NodeJS.Signals): void
  /** Waits for its end: the exit code, or the signal. */
  ended(): Promise<number | string | null>
}

/** A folder that goes away after the test. */
export function createFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'usersig-service-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

export async function startProcess(
  config: ServiceConfig,
  environment: Record<string, string> = {},
): Promise<ServiceProcess> {
  const path = join(createFolder(), 'usersig.json')
  writeFileSync(path, JSON.stringify(config))
  const child = spawn(process.execPath, [PROGRAM, '--config', path], {
    env: { PATH: process.env['PATH'], TEST_KEY: SECRET_KEY, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  onTestFinished(() => void child.kill('SIGKILL'))
  let output = ''
  const listeners = new Set<() => void>()
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (chunk: string) => {
      output += chunk
      for (const listener of listeners) listener()
    })
  }
  const lines = () =>
    output
      .split('\n')
      .filter((line) => line.startsWith('{') && line.endsWith('}'))
      .map((line) => JSON.parse(line))
  const said = (msg: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!lines().some((line) => line['msg'] === msg)) return
        listeners.delete(look)
        resolve()
      }
      listeners.add(look)
      child.once('exit', () => reject(new Error(`the service ended without "${msg}": ${output}`)))
      look()
    })
  await said('listening')
  const { port, managementPort } = lines().find((line) => line['msg'] === 'listening') as Record<string, number>
  const end = once(child, 'exit')
  return {
    url: `http://127.0.0.1:${port}`,
    managementUrl: `http://127.0.0.1:${managementPort}`,
    child,
    path,
    lines,
    output: () => output,
    said,
    signal: (signal) => void child.kill(signal),
    ended: async () => {
      const [code, signal] = await end
      return code ?? signal
    },
  }
}
