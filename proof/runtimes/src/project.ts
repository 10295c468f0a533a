import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { type BuildOptions, build } from 'esbuild'

const CORE = fileURLToPath(new URL('../../../packages/core', import.meta.url))
const DEPENDENCIES = ['@noble/hashes', 'fflate']

/** A project of a user: the packed core is installed in it, and the cases lie beside. */
export interface Project {
  readonly folder: string
  /** The cases for runtimes that find the core themselves. */
  readonly commandLine: string
  /** Bundles the core and the cases, as users bundle their app. */
  bundle(entry: 'page' | 'worker', options: BuildOptions): Promise<string>
  remove(): void
}

export async function createProject(): Promise<Project> {
  const folder = mkdtempSync(join(tmpdir(), 'usersig-runtimes-'))
  const installed = join(folder, 'node_modules', '@usersig', 'core')
  const dependencies = Object.fromEntries(['@usersig/core', ...DEPENDENCIES].map((name) => [name, '*']))
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module', dependencies }))
  mkdirSync(installed, { recursive: true })
  const packed = execFileSync('pnpm', ['pack', '--json', '--pack-destination', folder], { cwd: CORE, encoding: 'utf8' })
  execFileSync('tar', ['-xf', JSON.parse(packed).filename, '--strip-components=1', '-C', installed])
  for (const name of DEPENDENCIES) {
    const from = realpathSync(join(CORE, 'node_modules', name))
    cpSync(from, join(folder, 'node_modules', name), { recursive: true })
  }

  async function bundleEntry(entry: string, options: BuildOptions): Promise<string> {
    const outfile = join(folder, `${entry}.mjs`)
    await build({
      entryPoints: [fileURLToPath(new URL(`entries/${entry}.ts`, import.meta.url))],
      bundle: true,
      format: 'esm',
      outfile,
      alias: { '@usersig/core': join(installed, 'dist/esm/index.js') },
      nodePaths: [join(folder, 'node_modules')],
      logLevel: 'silent',
      ...options,
    })
    return outfile
  }
  const alone: BuildOptions = { alias: {}, external: ['@usersig/core'], platform: 'neutral' }
  return {
    folder,
    commandLine: await bundleEntry('command-line', alone),
    bundle: bundleEntry,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
