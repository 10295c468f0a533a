import { copyFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { tryRun } from './process.mjs'

/** Files that set up a test runner: the runner loads them, and they export nothing. Their own tests run in it. */
export const SETUPS = ['environment', 'jest', 'vitest'].map((name) => `@usersig/testing/${name}`)

/** Imports and requires every entry, and runs every program, on the Node of the toolchain and on the machine's own. */
export function checkLoading(packages, consumer) {
  const entries = JSON.stringify(
    packages.flatMap((packed) => packed.entries).filter((entry) => !SETUPS.includes(entry)),
  )
  writeFileSync(
    join(consumer, 'load.mjs'),
    `import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
for (const entry of ${entries}) {
  const imported = Object.keys(await import(entry)).filter((name) => name !== 'module.exports').sort().join()
  const required = Object.keys(require(entry)).filter((name) => name !== '__esModule').sort().join()
  if (imported === '') throw new Error(entry + ' exports nothing')
  if (imported !== required) throw new Error(entry + ' exports ' + imported + ' to import, ' + required + ' to require')
  if (!require.resolve(entry).includes('/dist/cjs/')) throw new Error(entry + ' is not required as CommonJS')
}
`,
  )
  const nodes = new Set([process.execPath, process.env.MACHINE_NODE ?? process.execPath])
  return [...nodes].flatMap((node) => {
    const version = tryRun(node, ['--version']).stdout?.trim()
    const { status, stderr } = tryRun(node, ['load.mjs'], { cwd: consumer })
    console.log(`  ${status === 0 ? 'loads' : 'does not load'} on Node ${version}`)
    const faults = status === 0 ? [] : [`loading on Node ${version}: ${stderr}`]
    return [...faults, ...packages.flatMap((packed) => runPrograms(packed, consumer, node))]
  })
}

/** Loads both formats into one program: a request guarded by one is known to the other. */
export function checkOneState(_packages, consumer) {
  copyFileSync(fileURLToPath(new URL('one-state.mjs', import.meta.url)), join(consumer, 'one-state.mjs'))
  const { status, stderr } = tryRun(process.execPath, ['one-state.mjs'], { cwd: consumer })
  return status === 0 ? [] : [`ESM and CommonJS in one program: ${stderr}`]
}

function runPrograms({ name, manifest }, consumer, node) {
  return Object.entries(manifest.bin ?? {}).flatMap(([program, path]) => {
    const { status, stderr } = tryRun(node, [join(consumer, 'node_modules', name, path), '--help'])
    console.log(`  ${program} ${status === 0 ? 'runs' : 'does not run'}`)
    return status === 0 ? [] : [`${program}: ${stderr}`]
  })
}
