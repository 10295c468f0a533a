import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runToEnd } from '../pack-check/process.mjs'
import { SECRET_KEY } from '../sample-key.mjs'
import { addPackages, choose, makeProject, step, writeFiles } from './project.mjs'
import { pick } from './versions.mjs'

/** A project as `nest new` makes it: its own tests, its build, its start. */
export function* checkNestProject({ packages, folder, nodes }) {
  makeProject(join(folder, 'generator'), { packages: [], dependencies: pick('@nestjs/cli') })
  const nest = join(folder, 'generator/node_modules/@nestjs/cli/bin/nest.js')
  const project = join(folder, 'app')
  runToEnd(process.execPath, [nest, 'new', 'app', '--package-manager', 'npm', '--skip-git'], { cwd: folder })
  addPackages(project, choose(packages, '@usersig/core', '@usersig/node', '@usersig/nestjs-module'))
  importModule(project)
  yield step('NestJS 11, nest build', 'npm', ['run', 'build'], { cwd: project })
  const jest = ['node_modules/jest/bin/jest.js']
  for (const [version, program] of [...nodes, [process.versions.node, process.execPath]]) {
    // NestJS 11 itself needs Node 20.
    if (/^1[68]\./.test(version)) continue
    yield step(`NestJS 11, generated tests, Node ${version}`, program, jest, { cwd: project })
    const e2e = [...jest, '--config', './test/jest-e2e.json']
    yield step(`NestJS 11, generated e2e test, Node ${version}`, program, e2e, { cwd: project })
  }
}

function importModule(project) {
  const generated = readFileSync(join(project, 'src/app.module.ts'), 'utf8')
  const withImport = `import { UserSigModule } from '@usersig/nestjs-module';\n${generated}`
  const imported = `imports: [UserSigModule.forRoot({ credentials: { sdkAppId: 1400000000, secretKey: '${SECRET_KEY}' } })]`
  const changed = withImport.replace('imports: []', imported)
  if (changed === withImport) throw new Error('the generated module is not what it was: imports: [] is missing')
  writeFiles(project, { 'src/app.module.ts': changed })
}
