import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'

/** A public entry point of a package: what `import … from` takes. */
export interface Entry {
  /** As in `@usersig/core/endpoint`. */
  readonly specifier: string
  /** Its package, as in `@usersig/core`. */
  readonly packageName: string
  /** Its source file. */
  readonly source: string
}

interface Manifest {
  readonly name: string
  readonly private?: boolean
  readonly exports: Readonly<Record<string, string | { readonly 'usersig-source': string }>>
}

/** The order in which the packages are told of. */
const PACKAGES = [
  'core',
  'auth',
  'doctor',
  'node',
  'edge',
  'functions',
  'hono',
  'express-middleware',
  'fastify',
  'koa',
  'nestjs-module',
  'service',
  'client',
  'rest',
  'testing',
  'vectors',
]

/** All entry points, from the `exports` of the packages, so that a new one gets its page. */
export function findEntries(): Entry[] {
  checkPackages()
  return PACKAGES.flatMap((folder) => {
    const { name, exports } = readManifest(folder)
    return Object.entries(exports).flatMap(([subpath, target]) => {
      // Nothing there is promised to anybody.
      if (typeof target === 'string' || subpath === './internal') return []
      const source = target['usersig-source'].replace('./', '')
      return { specifier: name + subpath.slice(1), packageName: name, source: `${ROOT}/packages/${folder}/${source}` }
    })
  })
}

/** The page of an entry point: `core-endpoint` for `@usersig/core/endpoint`. */
export function toPageName(specifier: string): string {
  return specifier.replace('@usersig/', '').replaceAll('/', '-')
}

function readManifest(folder: string): Manifest {
  return JSON.parse(readFileSync(join(ROOT, 'packages', folder, 'package.json'), 'utf8')) as Manifest
}

/** A published package that stands in no list would have no page. */
function checkPackages(): void {
  for (const folder of readdirSync(join(ROOT, 'packages'))) {
    if (PACKAGES.includes(folder) || !existsSync(join(ROOT, 'packages', folder, 'package.json'))) continue
    const { private: isPrivate, exports } = readManifest(folder)
    if (!isPrivate && Object.values(exports).some((target) => typeof target !== 'string')) {
      throw new Error(`packages/${folder} has entry points: add it to PACKAGES in docs/generate/api/entries.ts`)
    }
  }
}
