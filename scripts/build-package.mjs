import { parseArgs } from 'node:util'
import { buildBundles, compareBundles } from './build-package/bundles.mjs'
import { buildDeclarations } from './build-package/declarations.mjs'
import { readPackage, writeExports } from './build-package/manifest.mjs'
import { removeOutputs, writeStubs } from './build-package/outputs.mjs'

// Builds the package of the current folder into `dist`: ESM and CommonJS, each with its declarations.
//   --check          changes nothing and fails where `dist` is not what the sources make now
//   --write-exports  writes `exports`, `main`, `types` and `files` of package.json from the sources that `exports` names
//   --commonjs-target=es2017  older syntax for CommonJS than Node 16 has
//   src/worker.ts    a further file that the package loads by its path
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { check: { type: 'boolean' }, 'write-exports': { type: 'boolean' }, 'commonjs-target': { type: 'string' } },
})

try {
  if (values['write-exports']) writeExports(process.cwd())
  const pack = readPackage(process.cwd(), positionals, values['commonjs-target'])
  await (values.check ? compareBundles(pack) : buildAll(pack))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}

async function buildAll(pack) {
  removeOutputs(pack)
  await buildBundles(pack)
  buildDeclarations(pack)
  writeStubs(pack)
}
