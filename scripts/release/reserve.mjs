import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPackages, writeJson } from './packages.mjs'

// Publishes an empty 0.0.0 of each name that npm does not know, once and by hand: npm lets a workflow publish only
// packages that exist, and a package of which the first real version comes from the workflow has a proof of its origin.
const registry = process.argv[2] ? ['--registry', process.argv[2]] : []
const npm = (args, options) =>
  spawnSync('npm', [...args, ...registry], { encoding: 'utf8', shell: process.platform === 'win32', ...options })

for (const { name, manifest } of findPackages()) {
  if (npm(['view', name, 'name']).status === 0) {
    console.log(`  ${name} is there already`)
    continue
  }
  const folder = mkdtempSync(join(tmpdir(), 'usersig-reserve-'))
  try {
    const { license, author, homepage, repository } = manifest
    const description = 'Reserved for its first release.'
    writeJson(join(folder, 'package.json'), {
      name,
      version: '0.0.0',
      description,
      license,
      author,
      homepage,
      repository,
    })
    writeFileSync(join(folder, 'README.md'), `# ${name}\n\n${description} See ${homepage}.\n`)
    const { status } = npm(['publish', '--access=public', '--provenance=false'], { cwd: folder, stdio: 'inherit' })
    if (status !== 0) process.exit(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
