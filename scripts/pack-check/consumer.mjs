import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runToEnd } from './process.mjs'

const TYPES_OF_PEERS = ['@types/node', '@types/express']

/** Makes an empty project with the tarballs and their peers in it, and gives its folder. */
export function installConsumer(folder, packages) {
  const project = join(folder, 'consumer')
  mkdirSync(project)
  const tarballs = packages.map(({ name, tarball }) => [name, `file:${tarball}`])
  const peers = packages.flatMap(({ folder, manifest }) => {
    const { peerDependencies = {}, devDependencies = {} } = manifest
    const wanted = [...Object.keys(peerDependencies), ...TYPES_OF_PEERS.filter((name) => name in devDependencies)]
    return wanted.map((name) => [name, installedVersion(folder, name)])
  })
  // A package of ours may be the peer of another.
  const manifest = { private: true, type: 'module', dependencies: Object.fromEntries([...peers, ...tarballs]) }
  writeFileSync(join(project, 'package.json'), JSON.stringify(manifest, null, 2))
  // vitest wants newer types of Node.js than those of the oldest that the packages run on.
  const quiet = [
    '--legacy-peer-deps',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    '--no-package-lock',
    '--prefer-offline',
  ]
  runToEnd('npm', ['install', ...quiet], { cwd: project })
  return project
}

function installedVersion(folder, name) {
  return JSON.parse(readFileSync(join(folder, 'node_modules', name, 'package.json'), 'utf8')).version
}
