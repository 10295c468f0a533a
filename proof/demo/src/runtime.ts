import { spawn } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const require = createRequire(import.meta.url)
const exe = process.platform === 'win32' ? '.exe' : ''

// The programs themselves and not their launchers in node_modules/.bin, which would outlive a kill.
const RUNTIMES: Readonly<Record<string, () => string[]>> = {
  deno: () => [join(dirname(require.resolve('deno-bin/package.json')), `deno${exe}`), 'run', '--allow-all', '--quiet'],
  bun: () => [join(dirname(require.resolve('bun-bin/package.json')), 'bin', 'bun.exe'), 'run'],
}

/** The runtimes that serve the demo instead of Node.js: values of `--adapter`, too. */
export const runtimeNames: readonly string[] = Object.keys(RUNTIMES)

/** Hands the demo over to Deno or Bun; resolves to the exit code. */
export function runOn(runtime: string): Promise<number> {
  const [program = '', ...command] = RUNTIMES[runtime]?.() ?? []
  const script = fileURLToPath(new URL(`./adapters/${runtime}.ts`, import.meta.url))
  const child = spawn(program, [...command, script], { stdio: 'inherit' })
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}
