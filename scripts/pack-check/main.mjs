import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { installConsumer } from './consumer.mjs'
import { checkLoading, checkOneState } from './loading.mjs'
import { checkManifests } from './manifest.mjs'
import { packAll } from './pack.mjs'
import { checkSizes } from './sizes.mjs'
import { checkTypes } from './types.mjs'

// Each package is judged as its user gets it: packed, and installed into an empty project.
const folder = mkdtempSync(join(tmpdir(), 'usersig-pack-'))
try {
  const packages = packAll(folder)
  const consumer = installConsumer(folder, packages)
  const checks = [checkManifests, checkSizes, checkLoading, checkTypes, checkOneState]
  for (const check of checks) {
    const faults = await check(packages, consumer)
    for (const fault of faults) console.error(`✗ ${fault}`)
    if (faults.length === 0) continue
    process.exitCode = 1
    // The checks that follow would only tell of the same faults again.
    break
  }
  if (!process.exitCode) console.log(`✓ ${packages.length} packages pack, install, load and type-check`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
