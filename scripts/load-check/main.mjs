import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { packAll } from '../pack-check/pack.mjs'
import { checkBundlers } from './bundlers.mjs'
import { checkExpressProjects } from './express.mjs'
import { checkMiniProgram } from './mini-program.mjs'
import { checkNestProject } from './nest.mjs'
import { checkNodes, installNodes } from './nodes.mjs'
import { checkStart } from './start.mjs'
import { checkTypeScripts } from './typescript.mjs'

// The packed packages in projects of other people's tools. It installs about a gigabyte, so it is not part of
// `npm test`: `npm run check:loading` runs all of it, `npm run check:loading -- bundlers` a part.
const CHECKS = {
  nodes: checkNodes,
  express: checkExpressProjects,
  nest: checkNestProject,
  bundlers: checkBundlers,
  'mini-program': checkMiniProgram,
  typescript: checkTypeScripts,
  start: checkStart,
}

const chosen = process.argv.slice(2)
const unknown = chosen.filter((name) => !(name in CHECKS))
if (unknown.length > 0) throw new Error(`no such part: ${unknown}; there are ${Object.keys(CHECKS).join(', ')}`)

const folder = mkdtempSync(join(tmpdir(), 'usersig-load-'))
try {
  const packages = packAll(folder)
  const nodes = installNodes(folder)
  for (const name of chosen.length > 0 ? chosen : Object.keys(CHECKS)) {
    for await (const { what, seconds, fault } of CHECKS[name]({ packages, folder: join(folder, name), nodes })) {
      console.log(`${fault ? '✗' : '✓'} ${what.padEnd(64)}${seconds.toFixed(1).padStart(6)} s`)
      if (!fault) continue
      console.error(fault.replace(/^/gm, '    '))
      process.exitCode = 1
    }
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
