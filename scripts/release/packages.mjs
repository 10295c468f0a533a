import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(fileURLToPath(import.meta.url), '../../..')

/**
 * @typedef {object} Published
 * @property {string} name
 * @property {string} folder from the root, such as `packages/core`
 * @property {Record<string, any>} manifest
 */

/** The packages that a release consists of, those first that others depend on. @returns {Published[]} */
export function findPackages(top = root) {
  const found = globSync('packages/*/package.json', { cwd: top })
    .sort()
    .map((path) => ({ folder: dirname(path), manifest: readJson(join(top, path)) }))
    .filter(({ manifest }) => !manifest.private)
    .map((found) => ({ name: found.manifest.name, ...found }))
  return inOrder(found)
}

/** The one version that all of them have. */
export function findVersion(packages) {
  const versions = new Set(packages.map(({ manifest }) => manifest.version))
  if (versions.size === 1) return [...versions][0]
  const list = packages.map(({ folder, manifest }) => `${folder}: ${manifest.version}`).join('\n  ')
  throw new Error(
    `All packages are released together, with one version. Give them the same in package.json:\n  ${list}`,
  )
}

function inOrder(packages) {
  const names = new Map(packages.map((published) => [published.name, published]))
  const ordered = new Set()
  const add = (published, path = []) => {
    if (ordered.has(published)) return
    if (path.includes(published)) throw new Error(`${published.name} depends on itself`)
    for (const name of Object.keys(published.manifest.dependencies ?? {})) {
      if (names.has(name)) add(names.get(name), [...path, published])
    }
    ordered.add(published)
  }
  for (const published of packages) add(published)
  return [...ordered]
}

export function readJson(path) {
  return JSON.parse(readFileSync(path, 'utf8'))
}

/** Writes a file if its content is another one now. */
export function writeJson(path, value) {
  const text = `${JSON.stringify(value, null, 2)}\n`
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text)
}
