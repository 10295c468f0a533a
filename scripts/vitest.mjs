import { existsSync, statSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { root, run, setUp } from './setup.mjs'

// Tests of one package or one file, without a build: `npm run watch core`, `npm run test:file -- core/test/hmac.test.ts`.
const [mode, path = '', ...args] = process.argv.slice(2)
const candidates = [resolve(root, path), join(root, 'packages', path)]
const chosen = path === '' ? undefined : candidates.find((candidate) => existsSync(candidate))
const folder = chosen && findPackage(statSync(chosen).isDirectory() ? chosen : dirname(chosen))
if (folder === undefined || folder === root) {
  console.error(
    `Name a package or a test file of one, such as core or core/test/hmac.test.ts${path && `: ${path} is none`}.`,
  )
  process.exitCode = 1
} else {
  setUp()
  process.exitCode = await run('vitest', [mode, ...filterOf(chosen), ...args], { cwd: folder })
}

function findPackage(from) {
  return from === root || existsSync(join(from, 'package.json')) ? from : findPackage(dirname(from))
}

function filterOf(file) {
  return file === folder ? [] : [relative(folder, file)]
}
