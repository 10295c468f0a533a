import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { built, stubFolders } from './manifest.mjs'

export function removeOutputs(pack) {
  rmSync(join(pack.folder, 'dist'), { recursive: true, force: true })
  mkdirSync(join(pack.folder, 'dist'))
}

/** Writes the small package.json files by which tools without `exports` find a sub-path, and the format of a file. */
export function writeStubs(pack) {
  if (pack.formats.includes('cjs')) {
    // Bundlers read `sideEffects` from the nearest package.json.
    const sideEffects = pack.manifest.sideEffects
    writeJson(join(pack.folder, 'dist/cjs/package.json'), { type: 'commonjs', sideEffects })
  }
  for (const { path, source } of stubFolders(pack)) {
    writeJson(join(pack.folder, path, 'package.json'), {
      main: `../${built(source, 'cjs', '.js')}`,
      types: `../${built(source, 'cjs', '.d.ts')}`,
    })
  }
}

function writeJson(path, value) {
  mkdirSync(join(path, '..'), { recursive: true })
  writeFileSync(path, `${JSON.stringify(value, null, 2)}\n`)
}
