import { globSync } from 'node:fs'
import { runToEnd } from '../pack-check/process.mjs'
import { followVersion } from './follow.mjs'
import { findPackages, findVersion, root } from './packages.mjs'

// Turns the changesets into the next version: package.json, CHANGELOG.md, jsr.json, examples, lockfile.
try {
  const changesets = globSync('.changeset/*.md', { cwd: root })
  if (changesets.length === 0) throw new Error('There is nothing to release. `npm run changeset` writes a changeset.')
  findVersion(findPackages())
  runToEnd('changeset', ['version'], { cwd: root })
  const version = followVersion()
  // Nothing but the versions of our own packages changes in it.
  runToEnd('pnpm', ['install', '--lockfile-only', '--prefer-offline'], { cwd: root })
  console.log(`✓ ${version} is prepared. Read the changelogs, then commit: what is on main is published.`)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
