import { globSync } from 'node:fs'
import { runToEnd } from '../pack-check/process.mjs'
import { followVersion } from './follow.mjs'
import { findPackages, findVersion, root } from './packages.mjs'

// Turns the changesets into the next version: package.json, CHANGELOG.md, jsr.json, examples, lockfile.
const changesets = globSync('.changeset/*.md', { cwd: root })
if (changesets.length === 0) {
  console.error('There is nothing to release: .changeset holds no changeset. `npm run changeset` writes one.')
  process.exit(1)
}
findVersion(findPackages())
runToEnd('changeset', ['version'], { cwd: root })
const version = followVersion()
// The tools of a release are those of the lockfile; nothing but the versions of our own packages changes in it.
runToEnd('pnpm', ['install', '--lockfile-only', '--prefer-offline'], { cwd: root })
console.log(`✓ ${version} is prepared. Read the changelogs, then commit: what is on main is published.`)
