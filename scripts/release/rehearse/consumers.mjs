import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SETUPS } from '../../pack-check/loading.mjs'
import { writeJson } from '../packages.mjs'
import { runShortestProgram } from './readme.mjs'
import { run } from './run.mjs'
import { step } from './steps.mjs'

const MANAGERS = {
  npm: (what) => ['npm', 'install', what],
  // What it asks about is decided: nothing of the trial runs an install step.
  pnpm: (what) => ['pnpm', 'add', '--config.strictDepBuilds=false', what],
}

/** Installs each package into an empty project of its own, as a user does, loads it, and tries what its README shows. */
export async function installEverything({ packages, registry, copy }, folder) {
  const place = (manager, { name }) => join(folder, manager, name.replace('/', '-'))
  for (const [manager, command] of Object.entries(MANAGERS)) {
    for (const published of packages) {
      const project = place(manager, published)
      await step(`${manager}: ${published.name}`, () => useIn(project, published, command, registry))
    }
  }
  const faults = []
  for (const published of packages) {
    const run = () => runShortestProgram(place('npm', published), published, registry, copy.folder)
    try {
      const reason = await step(`README of ${published.name}`, run)
      if (reason) console.log(`  not run: ${reason}`)
    } catch (error) {
      faults.push(`README of ${published.name}: ${error.message}`)
    }
  }
  if (faults.length > 0) throw new Error(faults.join('\n\n'))
}

function useIn(project, { name, version, entries, programs }, command, registry) {
  mkdirSync(project, { recursive: true })
  writeJson(join(project, 'package.json'), { name: 'empty', private: true, type: 'module' })
  writeFileSync(join(project, '.npmrc'), registry.npmrc)
  const [manager, ...args] = command(name)
  run(project, registry, manager, args)
  writeFileSync(
    join(project, 'load.mjs'),
    loadAll(
      name,
      version,
      entries.filter((entry) => !SETUPS.includes(entry)),
    ),
  )
  run(project, registry, 'node', ['load.mjs'])
  for (const program of programs) {
    const said = run(project, registry, join(project, 'node_modules/.bin', program), ['--version']).trim()
    if (said !== version) throw new Error(`${program} --version says ${said} in place of ${version}`)
  }
}

function loadAll(name, version, entries) {
  return `import { createRequire } from 'node:module'
const require = createRequire(import.meta.url)
const found = require('${name}/package.json').version
if (found !== '${version}') throw new Error('${name} is ' + found + ' in place of ${version}')
for (const entry of ${JSON.stringify(entries)}) {
  if (Object.keys(await import(entry)).length === 0) throw new Error(entry + ' is empty to import')
  if (Object.keys(require(entry)).length === 0) throw new Error(entry + ' is empty to require')
}
`
}
