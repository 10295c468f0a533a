import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { root, runToEnd } from './process.mjs'

/**
 * @typedef {object} Packed
 * @property {string} name
 * @property {string} folder where the package is in the workspace
 * @property {string} tarball
 * @property {Record<string, any>} manifest
 * @property {string[]} entries what a user can import, such as `@usersig/core/debug`
 */

/** Packs every public package with pnpm, which alone resolves `workspace:` and `catalog:`. @returns {Packed[]} */
export function packAll(destination) {
  return globSync('packages/*/package.json', { cwd: root })
    .map((path) => join(root, dirname(path)))
    .filter((folder) => existsSync(join(folder, 'src')))
    .map((folder) => pack(folder, destination))
    .filter(({ manifest }) => !manifest.private)
}

function pack(folder, destination) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'))
  const output = runToEnd('pnpm', ['pack', '--json', '--pack-destination', destination], { cwd: folder })
  const { filename } = JSON.parse(output)
  const entries = Object.keys(manifest.exports)
    // Data, such as package.json itself, is not what programs import.
    .filter((path) => !path.endsWith('.json'))
    .map((path) => join(manifest.name, path))
  return { name: manifest.name, folder, tarball: filename, manifest, entries }
}
