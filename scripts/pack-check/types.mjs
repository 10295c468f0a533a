import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, tryRun } from './process.mjs'

const PORTABLE = ['@usersig/core', '@usersig/doctor', '@usersig/edge']

/** Type-checks a file that imports every entry, as users with and without Node's types do, with each resolution. */
export function checkTypes(packages, consumer) {
  const portable = packages.filter(({ name }) => PORTABLE.includes(name))
  return ['nodenext', 'bundler'].flatMap((resolution) => [
    ...checkWith(portable, [], resolution, consumer),
    ...checkWith(packages, ['node'], resolution, consumer),
  ])
}

function checkWith(packages, types, moduleResolution, consumer) {
  const entries = packages.flatMap((packed) => packed.entries)
  const imports = entries.map((entry, index) => `import * as entry${index} from '${entry}'`)
  const used = `export const entries: object[] = [${entries.map((_, index) => `entry${index}`)}]\n`
  writeFileSync(join(consumer, 'use.ts'), [...imports, used].join('\n'))
  const compilerOptions = {
    target: 'ES2022',
    lib: ['ES2022', 'DOM', 'DOM.Iterable'],
    module: moduleResolution === 'nodenext' ? 'nodenext' : 'esnext',
    moduleResolution,
    types,
    strict: true,
    exactOptionalPropertyTypes: true,
    noEmit: true,
    // Our own declarations are to be checked too; faults in those of others are left out below.
    skipLibCheck: false,
  }
  writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }))
  const tsc = join(root, 'node_modules', '.bin', 'tsc')
  const { status, stdout, stderr } = tryRun(tsc, ['-p', 'tsconfig.json', '--pretty', 'false'], { cwd: consumer })
  const lines = stdout.split('\n').filter((line) => line.includes('error TS'))
  const ours = lines.filter((line) => !line.startsWith('node_modules/') || line.startsWith('node_modules/@usersig/'))
  const crashed = status !== 0 && lines.length === 0 ? [`tsc failed: ${stdout}${stderr}`] : []
  return [...ours, ...crashed].map((line) => `types (${moduleResolution}, types: [${types}]): ${line}`)
}
