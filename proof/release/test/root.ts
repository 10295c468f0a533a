import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

export const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** What package.json of a published package says, as far as it is read here. */
export interface Manifest {
  readonly name: string
  readonly version: string
  readonly private?: boolean
  readonly description: string
  readonly keywords: readonly string[]
  readonly files: readonly string[]
  readonly homepage: string
  readonly bugs: string
  readonly repository: { readonly url: string; readonly directory: string }
  readonly scripts: Record<string, string>
  readonly dependencies?: Record<string, string>
  readonly publishConfig: object
}

/** The paths of a file in each folder of a folder, from the root. */
export function findIn(folder: string, file: string): string[] {
  const paths = readdirSync(join(ROOT, folder)).map((name) => `${folder}/${name}/${file}`)
  return paths.filter((path) => existsSync(join(ROOT, path))).sort()
}

/** The packages of a release, by their folder. */
export const packages = findIn('packages', 'package.json')
  .map((path): [folder: string, manifest: Manifest] => [path.replace('/package.json', ''), JSON.parse(read(path))])
  .filter(([, manifest]) => !manifest.private)
