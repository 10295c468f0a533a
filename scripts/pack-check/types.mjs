import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, tryRun } from './process.mjs'

const PORTABLE = [
  '@usersig/auth',
  '@usersig/core',
  '@usersig/doctor',
  '@usersig/edge',
  '@usersig/hono',
  '@usersig/vectors',
]
const SETTINGS = [
  { format: 'module', module: 'nodenext', moduleResolution: 'nodenext' },
  { format: 'module', module: 'node16', moduleResolution: 'node16' },
  { format: 'module', module: 'esnext', moduleResolution: 'bundler' },
  { format: 'commonjs', module: 'nodenext', moduleResolution: 'nodenext' },
  { format: 'commonjs', module: 'node16', moduleResolution: 'node16' },
]
// NestJS 12 is ESM alone, which node16 does not let CommonJS import; with NestJS 11 the load check does it.
const isRefused = (name, { format, module }) =>
  name === '@usersig/nestjs-module' && format === 'commonjs' && module === 'node16'

/** Type-checks a file that imports every entry, as users with and without Node's types do, with each resolution. */
export function checkTypes(packages, consumer) {
  return SETTINGS.flatMap((setting) => {
    const all = packages.filter(({ name }) => !isRefused(name, setting))
    const portable = all.filter(({ name }) => PORTABLE.includes(name))
    return [...checkWith(portable, [], setting, consumer), ...checkWith(all, ['node'], setting, consumer)]
  })
}

function checkWith(packages, types, { format, ...resolution }, consumer) {
  const folder = join(consumer, `types-${format}`)
  mkdirSync(folder, { recursive: true })
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: format }))
  writeFileSync(join(folder, 'use.ts'), useEverything(packages))
  const compilerOptions = { ...STRICT, ...resolution, types }
  writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }))
  const faults = typeCheck(join(root, 'node_modules/.bin/tsc'), [], folder)
  return faults.map((line) => `types (${format}, ${resolution.module}, types: [${types}]): ${line}`)
}

/** A program that imports every entry. */
export function useEverything(packages) {
  const entries = packages.flatMap((packed) => packed.entries)
  const imports = entries.map((entry, index) => `import * as entry${index} from '${entry}'`)
  return [...imports, `export const entries: object[] = [${entries.map((_, index) => `entry${index}`)}]\n`].join('\n')
}

export const STRICT = {
  target: 'ES2022',
  lib: ['ES2022', 'DOM', 'DOM.Iterable'],
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  // Our own declarations are to be checked too; faults in those of others are left out.
  skipLibCheck: false,
}

/** Runs a compiler in a folder with a tsconfig.json and gives the faults that are not those of other packages. */
export function typeCheck(program, args, folder) {
  const { status, stdout, stderr } = tryRun(program, [...args, '-p', '.', '--pretty', 'false'], { cwd: folder })
  const lines = stdout.split('\n').filter((line) => line.includes('error TS'))
  const ours = lines.filter((line) => !line.includes('node_modules/') || line.includes('node_modules/@usersig/'))
  return status !== 0 && lines.length === 0 ? [`the compiler failed: ${stdout}${stderr}`] : ours
}
