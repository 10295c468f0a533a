import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'

// Publishes the folder that `pack.mjs` made, in the order of its list. It needs nothing but Node and npm, so that the
// job with the right to publish runs no other code. What is published already is left out: a run that broke off is
// repeated as it is.
const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: { registry: { type: 'string' }, 'no-provenance': { type: 'boolean' } },
})
const [folder = 'release'] = positionals
const registry = values.registry ? ['--registry', values.registry] : []
// Only a build service can prove where a package comes from, and a rehearsal is none.
const provenance = values['no-provenance'] ? ['--provenance=false'] : []

try {
  for (const one of JSON.parse(readFileSync(join(folder, 'release.json'), 'utf8'))) publish(one)
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

function publish({ name, version, tarball }) {
  const published = findPublished(name, version)
  const own = `sha512-${createHash('sha512')
    .update(readFileSync(join(folder, tarball)))
    .digest('base64')}`
  if (published === own) return console.log(`  ${name}@${version} is there already`)
  if (published) throw new Error(`${name}@${version} is on the registry with other content: raise the version.`)
  const { status, stderr } = npm(['publish', join(folder, tarball), '--access=public', ...provenance])
  if (status !== 0) throw new Error(`${name}@${version} could not be published:\n${stderr}`)
  console.log(`  ${name}@${version} is published`)
}

function findPublished(name, version) {
  const { status, stdout, stderr } = npm(['view', `${name}@${version}`, 'dist.integrity', '--json'])
  if (status === 0) return stdout.trim() ? JSON.parse(stdout) : undefined
  // A registry that is down must not be taken for one that has not got the package.
  if (/\bE404\b/.test(stdout + stderr)) return undefined
  throw new Error(`the registry could not be asked for ${name}@${version}:\n${stderr}`)
}

function npm(args) {
  return spawnSync('npm', [...args, ...registry], { encoding: 'utf8', shell: process.platform === 'win32' })
}
