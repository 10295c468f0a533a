import { execFile } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { build } from 'esbuild'
import { Miniflare } from 'miniflare'
import { contestants } from './contestants.ts'

/** Microseconds a ticket by contestant, or why there is no number. */
export type Round = Readonly<Record<string, number | string>>

export interface Runtime {
  readonly name: string
  readonly version: string
  round(): Promise<Round>
}

const require = createRequire(import.meta.url)
const manifestOf = (name: string) => JSON.parse(readFileSync(require.resolve(`${name}/package.json`), 'utf8'))
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`))
// It comes with miniflare, which alone can see it.
function workerdVersion(): string {
  const manifest = createRequire(require.resolve('miniflare')).resolve('workerd/package.json')
  return JSON.parse(readFileSync(manifest, 'utf8')).version
}
const suffix = process.platform === 'win32' ? '.exe' : ''

function commandLine(name: string, version: string, program: string, args: readonly string[]): Runtime {
  const script = new URL('./command-line.js', import.meta.url).pathname
  return {
    name,
    version,
    async round() {
      const { stdout } = await promisify(execFile)(program, [...args, script])
      return JSON.parse(stdout)
    },
  }
}

async function startWorkerd(): Promise<Miniflare> {
  const { outputFiles } = await build({
    entryPoints: [new URL('./worker.js', import.meta.url).pathname],
    bundle: true,
    write: false,
    format: 'esm',
    conditions: ['workerd', 'worker', 'browser'],
    // As nodejs_compat has them, without the prefix in older packages.
    external: ['node:*'],
    alias: Object.fromEntries(
      ['crypto', 'zlib', 'buffer', 'util', 'stream', 'events'].map((name) => [name, `node:${name}`]),
    ),
    // What older packages call to get at Node's own modules.
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire('/');" },
    logLevel: 'silent',
  })
  return new Miniflare({
    modules: true,
    compatibilityDate: '2026-07-01',
    compatibilityFlags: ['nodejs_compat'],
    script: outputFiles[0]?.text ?? '',
  })
}

const COUNT = 4000

const workerd: Runtime = {
  name: 'workerd',
  version: workerdVersion(),
  async round() {
    const miniflare = await startWorkerd()
    const ask = async (name: string, count: number) => {
      const begin = performance.now()
      const answer = await miniflare.dispatchFetch(
        `http://localhost/?${new URLSearchParams({ name, count: String(count) })}`,
      )
      const text = await answer.text()
      if (!answer.ok) throw new Error(text)
      return performance.now() - begin
    }
    const results: Record<string, number | string> = {}
    try {
      for (const name of Object.keys(contestants)) {
        try {
          await ask(name, COUNT)
          const times: number[] = []
          // What the request itself takes is in both, and falls out.
          for (let i = 0; i < 3; i++) times.push((await ask(name, 2 * COUNT)) - (await ask(name, COUNT)))
          results[name] = (Math.max(0, Math.min(...times)) / COUNT) * 1000
        } catch (error) {
          results[name] = (error as Error).message
        }
      }
    } finally {
      await miniflare.dispose()
    }
    return results
  },
}

export const runtimes: readonly Runtime[] = [
  commandLine('Node.js', process.version.slice(1), process.execPath, []),
  commandLine('Deno', manifestOf('deno-bin').version, join(folderOf('deno-bin'), `deno${suffix}`), [
    'run',
    '--no-prompt',
    '--allow-read',
    '--allow-env',
    '--allow-sys',
    '--no-lock',
    '--node-modules-dir=manual',
  ]),
  commandLine('Bun', manifestOf('bun-bin').version, join(folderOf('bun-bin'), 'bin', 'bun.exe'), ['run']),
  workerd,
]
