import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { createUserSigner } from '@usersig/core'
import { afterAll } from 'vitest'

export const BINARY: string = fileURLToPath(new URL('../dist/main.js', import.meta.url))
export const APP = 1400000000
export const KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
export const signer = createUserSigner({ sdkAppId: APP, secretKey: KEY })

/** The key where a server has it. */
export const ENV = { USERSIG_SDKAPPID: String(APP), USERSIG_SECRETKEY: KEY }

export interface Outcome {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

interface RunOptions {
  readonly env?: Record<string, string>
  readonly input?: string
}

/** Runs the built program as a shell would, with a pipe as its input. */
export async function run(args: readonly string[], { env = ENV, input = '' }: RunOptions = {}): Promise<Outcome> {
  const child = spawn(process.execPath, [BINARY, ...args], { env: { PATH: process.env['PATH'] ?? '', ...env } })
  let stdout = ''
  let stderr = ''
  child.stdout.setEncoding('utf8').on('data', (chunk) => {
    stdout += chunk
  })
  child.stderr.setEncoding('utf8').on('data', (chunk) => {
    stderr += chunk
  })
  child.stdin.on('error', () => {})
  child.stdin.end(input)
  return await new Promise((resolve) => child.on('close', (code) => resolve({ code, stdout, stderr })))
}

/** A folder for the files of a test file. */
export function useFolder(): (name: string, content: string | Uint8Array) => string {
  const folder = mkdtempSync(join(tmpdir(), 'usersig-cli-'))
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (name, content) => {
    const path = join(folder, name)
    // What others may read makes the program warn.
    writeFileSync(path, content, { mode: 0o600 })
    return path
  }
}
