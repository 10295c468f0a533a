import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPackages } from './packages.mjs'
import { installEverything } from './rehearse/consumers.mjs'
import { stateOfWorkTree } from './rehearse/copy.mjs'
import { stageRelease } from './rehearse/stage.mjs'
import { step } from './rehearse/steps.mjs'

// The next release from beginning to end, in a temporary folder and against a registry of its own: `npm run release:rehearse`.
const before = stateOfWorkTree()
const folder = mkdtempSync(join(tmpdir(), 'usersig-release-'))
let registry
try {
  const staged = await stageRelease(folder)
  registry = staged.registry
  await installEverything(staged, join(folder, 'projects'))
  await step('the release notes tell of something', () => {
    const notes = staged.copy.run('node', 'scripts/release/notes.mjs')
    if (!notes.startsWith('- ')) throw new Error(`they are:\n${notes}`)
  })
  await step('the work tree is as it was', () => {
    if (stateOfWorkTree() !== before) throw new Error('the rehearsal changed the work tree, or somebody else did')
  })
  console.log(`\n✓ ${staged.version} can be released: ${findPackages().length} packages`)
} catch (error) {
  console.error(`\n${error.message}`)
  process.exitCode = 1
} finally {
  await registry?.close()
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
}
