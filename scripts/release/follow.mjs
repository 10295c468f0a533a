import { existsSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPackages, findVersion, readJson, root, writeJson } from './packages.mjs'

/** Writes the version of the packages wherever else it is named: the manifests for JSR, and the examples. */
export function followVersion(top = root) {
  const packages = findPackages(top)
  const version = findVersion(packages)
  for (const { folder } of packages) followJsr(join(top, folder, 'jsr.json'), version)
  const names = new Set(packages.map(({ name }) => name))
  for (const path of globSync('examples/*/package.json', { cwd: top })) followExample(join(top, path), names, version)
  return version
}

function followJsr(path, version) {
  if (!existsSync(path)) return
  const text = readFileSync(path, 'utf8')
  // The file keeps its form: a formatter has laid it out.
  const own = text.replace(/("version": ")[^"]+/, `$1${version}`)
  const followed = own.replace(/("jsr:@usersig\/[\w-]+@)[^"/]+/g, `$1${version}`)
  if (followed !== text) writeFileSync(path, followed)
}

function followExample(path, names, version) {
  const manifest = readJson(path)
  for (const dependencies of [manifest.dependencies, manifest.devDependencies]) {
    for (const name of Object.keys(dependencies ?? {})) if (names.has(name)) dependencies[name] = `^${version}`
  }
  writeJson(path, manifest)
}
