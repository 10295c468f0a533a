import { mkdirSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { packAll } from '../pack-check/pack.mjs'
import { checkTarballs } from './check-tarballs.mjs'
import { findPackages, findVersion, writeJson } from './packages.mjs'

// Packs everything into a folder, with a list by which `publish.mjs` publishes it: `node scripts/release/pack.mjs FOLDER`.
const folder = resolve(process.argv[2] ?? 'release')
mkdirSync(folder, { recursive: true })
const packages = findPackages()
const version = findVersion(packages)
const packed = new Map(packAll(folder).map((one) => [one.name, one]))
const tarballs = packages.map(({ name }) => packed.get(name))
const faults = checkTarballs(tarballs, version)
for (const fault of faults) console.error(`✗ ${fault}`)
if (faults.length > 0) process.exit(1)
writeJson(
  join(folder, 'release.json'),
  tarballs.map(({ name, tarball, entries, manifest }) => ({
    name,
    version,
    tarball: basename(tarball),
    entries,
    programs: Object.keys(manifest.bin ?? {}),
    peers: manifest.peerDependencies ?? {},
  })),
)
console.log(`✓ ${tarballs.length} packages of ${version} are in ${folder}`)
