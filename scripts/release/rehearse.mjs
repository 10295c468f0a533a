import { join } from 'node:path'
import { installEverything } from './rehearse/consumers.mjs'
import { stateOfWorkTree } from './rehearse/copy.mjs'
import { stageRelease } from './rehearse/stage.mjs'
import { step } from './rehearse/steps.mjs'
import { inTrial } from './rehearse/trial.mjs'

// The next release from beginning to end, in a temporary folder and against a registry of its own: `npm run release:rehearse`.
const before = stateOfWorkTree()
await inTrial('release', async (folder) => {
  const staged = await stageRelease(folder)
  try {
    await installEverything(staged, join(folder, 'projects'))
  } finally {
    await staged.registry.close()
  }
  await step('the release notes tell of something', () => {
    const notes = staged.copy.run('node', 'scripts/release/notes.mjs')
    if (!notes.startsWith('- ')) throw new Error(`they are:\n${notes}`)
  })
  await step('the work tree is as it was', () => {
    if (stateOfWorkTree() !== before) throw new Error('the rehearsal changed the work tree, or somebody else did')
  })
  console.log(`\n✓ ${staged.version} can be released: ${staged.packages.length} packages`)
})
