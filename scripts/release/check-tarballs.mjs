import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'
import { readJson, root } from './packages.mjs'

/** What would be wrong with the packed packages once they are published. */
export function checkTarballs(packages, version) {
  const names = new Set(packages.map(({ name }) => name))
  const { url } = readJson(join(root, 'package.json')).repository
  return packages.flatMap(({ name, tarball }) =>
    checkTarball(readTar(gunzipSync(readFileSync(tarball))), names, version, url).map((fault) => `${name}: ${fault}`),
  )
}

function checkTarball(files, names, version, repository) {
  const manifest = JSON.parse(files.get('package.json') ?? '{}')
  const { dependencies = {}, peerDependencies = {}, publishConfig, bin = {}, exports = {} } = manifest
  const ranges = Object.entries({ ...dependencies, ...peerDependencies })
  const targets = JSON.stringify([bin, exports]).match(/\.\/dist\/[^"]+/g) ?? []
  const changelog = files.get('CHANGELOG.md')
  return [
    ...['README.md', 'LICENSE'].filter((file) => !files.has(file)).map((file) => `${file} is not in it`),
    ...(changelog?.includes(`\n## ${version}\n`) ? [] : [`CHANGELOG.md does not tell of ${version}`]),
    ...ranges
      .filter(([, range]) => /^(workspace|catalog|file|link):/.test(range))
      .map(([of]) => `${of} has no version`),
    ...ranges
      .filter(([of, range]) => names.has(of) && range !== version)
      .map(([of]) => `${of} is not exactly ${version}`),
    ...[...new Set(targets)].filter((path) => !files.has(path.slice(2))).map((path) => `${path} is not in it`),
    // npm refuses a proof of origin that names another repository.
    ...(manifest.repository?.url === repository ? [] : [`its repository is not ${repository}`]),
    ...(publishConfig?.access === 'public' && publishConfig.provenance
      ? []
      : ['publishConfig is not public with provenance']),
    ...['preinstall', 'install', 'postinstall']
      .filter((step) => step in (manifest.scripts ?? {}))
      .map((step) => `it runs ${step}`),
  ]
}

/** The files of a tar archive of npm's, by their path in the package. */
function readTar(archive) {
  const files = new Map()
  for (let at = 0; at + 512 <= archive.length && archive[at] !== 0; ) {
    const field = (from, length) => archive.toString('utf8', at + from, at + from + length).replace(/\0.*$/s, '')
    const size = Number.parseInt(field(124, 12), 8)
    const path = [field(345, 155), field(0, 100)].filter(Boolean).join('/')
    files.set(path.replace(/^package\//, ''), archive.toString('utf8', at + 512, at + 512 + size))
    at += 512 + Math.ceil(size / 512) * 512
  }
  return files
}
