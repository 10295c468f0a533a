import { spawnSync } from 'node:child_process'
import { globSync } from 'node:fs'
import { findPackages, findVersion, root } from './packages.mjs'

// Prints what a push to main leads to, as outputs of a workflow's step: a proposal while there are changesets, a release
// once there are none and the version is not on npm.
const packages = findPackages()
const version = findVersion(packages)
console.log(`version=${version}`)
console.log(`do=${decide()}`)

function decide() {
  if (globSync('.changeset/*.md', { cwd: root }).length > 0) return 'propose'
  if (version === '0.0.0') return 'nothing'
  return packages.every(({ name }) => isPublished(name)) ? 'nothing' : 'publish'
}

function isPublished(name) {
  const options = { encoding: 'utf8', shell: process.platform === 'win32' }
  const { status, stdout, stderr } = spawnSync('npm', ['view', `${name}@${version}`, 'version'], options)
  if (status !== 0 && !/\bE404\b/.test(stderr)) throw new Error(`npm could not be asked for ${name}:\n${stderr}`)
  return stdout.trim() === version
}
