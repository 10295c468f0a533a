import { execFile } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { createRequire } from 'node:module'
import type { AddressInfo } from 'node:net'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { Miniflare } from 'miniflare'
import { chromium } from 'playwright-core'
import { CHROMIUM_ARGS, findChromium } from '../../../scripts/chromium.mjs'
import type { Outcome } from './cases.ts'
import type { Project } from './project.ts'

/** Somewhere that JavaScript runs. */
export interface Runtime {
  readonly name: string
  /** The version that the lockfile pins, or that of the machine. */
  version(): string | Promise<string>
  run(project: Project): Promise<Outcome>
}

/** A runtime that the machine does not have, and could not be given. */
export class NotInstalledError extends Error {
  override readonly name = 'NotInstalledError'

  constructor(runtime: string, reason: string) {
    super(`${runtime} is not there: ${reason}`)
  }
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

function commandLine(name: string, packageName: string, program: string, args: readonly string[]): Runtime {
  return {
    name,
    version: () => manifestOf(packageName).version,
    async run({ folder, commandLine }) {
      const path = join(folderOf(packageName), program)
      if (!existsSync(path)) throw new NotInstalledError(name, `${packageName} came without its program`)
      const { stdout } = await promisify(execFile)(path, [...args, commandLine], { cwd: folder, maxBuffer: 2 ** 26 })
      return JSON.parse(stdout)
    },
  }
}

const node = (major: number) => commandLine(`Node.js ${major}`, `node${major}`, `bin/node${suffix}`, [])

const workerd: Runtime = {
  name: 'workerd (Cloudflare Workers)',
  version: workerdVersion,
  async run(project) {
    const script = await project.bundle('worker', { conditions: ['workerd', 'worker', 'browser'], platform: 'browser' })
    const miniflare = new Miniflare({
      modules: true,
      compatibilityDate: '2026-07-01',
      script: readFileSync(script, 'utf8'),
    })
    try {
      const answer = await miniflare.dispatchFetch('http://localhost/')
      return (await answer.json()) as Outcome
    } finally {
      await miniflare.dispose()
    }
  },
}

const browser: Runtime = {
  name: 'Chromium',
  version: async () => {
    const started = await launch()
    const version = started.version()
    await started.close()
    return version.split('.')[0] ?? version
  },
  async run(project) {
    const script = readFileSync(await project.bundle('page', { platform: 'browser', minify: true }))
    const server = createServer(({ url }, response) => {
      if (url === '/page.mjs') response.setHeader('content-type', 'text/javascript').end(script)
      else response.setHeader('content-type', 'text/html').end('<script type="module" src="/page.mjs"></script>')
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const started = await launch()
    try {
      const page = await started.newPage()
      await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
      return await page.evaluate(() => (globalThis as unknown as { outcome: Promise<Outcome> }).outcome)
    } finally {
      await started.close()
      server.close()
    }
  },
}

async function launch() {
  const executablePath = await findChromium().catch((error: Error) => {
    throw new NotInstalledError('Chromium', error.message)
  })
  return await chromium.launch({ executablePath, args: CHROMIUM_ARGS })
}

/** Every runtime that is promised. */
export const runtimes: readonly Runtime[] = [
  node(20),
  node(22),
  node(24),
  node(26),
  commandLine('Deno', 'deno-bin', `deno${suffix}`, ['run', '--no-prompt', '--node-modules-dir=manual', '--no-lock']),
  commandLine('Bun', 'bun-bin', 'bin/bun.exe', ['run']),
  workerd,
  browser,
]
