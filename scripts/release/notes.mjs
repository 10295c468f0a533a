import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { findPackages, findVersion, root } from './packages.mjs'

// Prints what a release brings, from the changelogs of all packages: the text of its page on GitHub.
const packages = findPackages()
const version = findVersion(packages)
const changes = new Map()
for (const { name, folder } of packages) {
  for (const change of readChanges(join(root, folder, 'CHANGELOG.md'))) {
    changes.set(change, [...(changes.get(change) ?? []), `\`${name}\``])
  }
}
for (const [change, names] of changes) console.log(`- ${change}\n\n  ${names.join(', ')}\n`)
console.log(`All packages of ${version} belong together: update them together.`)

/** The entries of this version, without what only says that a sister package has a new version. */
function readChanges(path) {
  const [, rest = ''] = readFileSync(path, 'utf8').split(`\n## ${version}\n`)
  const [section = ''] = rest.split(/^## /m)
  const entries = section.split(/^- /m).slice(1)
  return entries
    .map((entry) =>
      entry
        .replace(/^#+ .*$/gm, '')
        .replace(/^[0-9a-f]{7}: /, '')
        .trim(),
    )
    .filter((entry) => !entry.startsWith('Updated dependencies'))
}
