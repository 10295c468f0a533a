import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { CliError } from '../exit.ts'
import { words } from '../words/index.ts'

export type Manager = 'npm' | 'pnpm' | 'yarn' | 'bun'
export type Runner = 'vitest' | 'jest' | 'node'

/** The project that somebody stands in. */
export interface Project {
  readonly folder: string
  /** Names and ranges, of whatever kind. */
  readonly dependencies: ReadonlyMap<string, string>
  readonly scripts: Readonly<Record<string, string>>
  readonly main: string | undefined
  readonly manager: Manager
  readonly isTypeScript: boolean
  /** Whether files of JavaScript are ES modules. */
  readonly isModule: boolean
  /** Whether package.json says itself that they are not: Node then takes TypeScript for CommonJS as well. */
  readonly isCommonJs: boolean
  readonly runner: Runner
  has(path: string): boolean
  /** The text of a file, or nothing where there is none that can be read. */
  read(path: string): string | undefined
}

/** A source file that is longer is not one that a generator wrote, in bytes. */
const MAX_FILE = 1_048_576

/** The first lockfile that is there says who installs. */
const LOCKFILES: readonly (readonly [file: string, manager: Manager])[] = [
  ['pnpm-lock.yaml', 'pnpm'],
  ['yarn.lock', 'yarn'],
  ['bun.lock', 'bun'],
  ['bun.lockb', 'bun'],
  ['package-lock.json', 'npm'],
]

/**
 * Looks at a folder; nothing of it is run.
 *
 * @throws CliError where there is no package.json, or none that can be read
 */
export function readProject(folder: string): Project {
  const read = (path: string) => readSmall(join(folder, path))
  const has = (path: string) => existsSync(join(folder, path))
  const manifest = readManifest(read('package.json'))
  const { dependencies, devDependencies, scripts, main, packageManager } = manifest
  const all = new Map(Object.entries({ ...asTexts(devDependencies), ...asTexts(dependencies) }))
  const named = /^(npm|pnpm|yarn|bun)@/.exec(String(packageManager))?.[1] as Manager | undefined
  return {
    folder,
    dependencies: all,
    scripts: asTexts(scripts),
    main: typeof main === 'string' ? main : undefined,
    manager: named ?? LOCKFILES.find(([file]) => has(file))?.[1] ?? 'npm',
    isTypeScript: has('tsconfig.json'),
    isModule: manifest['type'] === 'module',
    isCommonJs: manifest['type'] === 'commonjs',
    runner: all.has('vitest') ? 'vitest' : all.has('jest') ? 'jest' : 'node',
    has,
    read,
  }
}

function readSmall(path: string): string | undefined {
  try {
    const stats = statSync(path)
    return stats.isFile() && stats.size <= MAX_FILE ? readFileSync(path, 'utf8') : undefined
  } catch {
    return undefined
  }
}

function readManifest(text: string | undefined): Record<string, unknown> {
  if (text === undefined) throw new CliError(words.init.noProject, words.init.noProjectHint)
  try {
    const manifest: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    if (typeof manifest === 'object' && manifest !== null && !Array.isArray(manifest)) {
      return manifest as Record<string, unknown>
    }
  } catch {}
  throw new CliError(words.init.badManifest)
}

function asTexts(value: unknown): Record<string, string> {
  if (typeof value !== 'object' || value === null) return {}
  return Object.fromEntries(Object.entries(value).filter(([, each]) => typeof each === 'string'))
}

const INSTALL: Readonly<Record<Manager, readonly [add: string, dev: string, run: string]>> = {
  npm: ['npm install', 'npm install --save-dev', 'npx'],
  pnpm: ['pnpm add', 'pnpm add --save-dev', 'pnpm exec'],
  yarn: ['yarn add', 'yarn add --dev', 'yarn'],
  bun: ['bun add', 'bun add --dev', 'bunx'],
}

/** The command line that installs packages. */
export const installLine = ({ manager }: Project, packages: readonly string[], isDev: boolean): string =>
  `${INSTALL[manager][isDev ? 1 : 0]} ${packages.join(' ')}`

/** The command line of a script of package.json. */
export const scriptLine = ({ manager }: Project, script: string): string => `${manager} run ${script}`

/** The command line of a program of a package. */
export const programLine = ({ manager }: Project, program: string): string => `${INSTALL[manager][2]} ${program}`
