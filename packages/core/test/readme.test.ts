import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

// Inside of the package, so that its name leads to what was built.
const FOLDER = fileURLToPath(new URL('../.samples/', import.meta.url))
const TSC = createRequire(import.meta.url)
  .resolve('typescript/package.json')
  .replace(/package\.json$/, 'bin/tsc')

/** The samples of a README that need nothing but this package. */
function samplesOf(path: string): string[] {
  const readme = readFileSync(new URL(path, import.meta.url), 'utf8')
  const blocks = [...readme.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code]) => code as string)
  return blocks.filter((code) => !/from '(?!@usersig\/core|node:)/.test(code))
}

const samples = [
  ...samplesOf('../README.md').map((code, i) => [`core-${i + 1}`, code] as const),
  ...samplesOf('../../../README.md').map((code, i) => [`root-${i + 1}`, code] as const),
]

beforeAll(() => {
  mkdirSync(FOLDER, { recursive: true })
  for (const [name, code] of samples) writeFileSync(join(FOLDER, `${name}.ts`), code)
})
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

it('finds the samples', () => {
  expect(samples.length).toBeGreaterThan(12)
})

it.each(samples)('sample %s runs, and prints what its comments say', (name, code) => {
  const printed = execFileSync(process.execPath, [join(FOLDER, `${name}.ts`)], { encoding: 'utf8', stdio: 'pipe' })
  for (const [, expected] of code.matchAll(/\/\/ → (.*)$/gm)) expect(printed).toContain(expected?.split(';')[0])
})

it('the samples have the types that they should', () => {
  const options = ['--noEmit', '--strict', '--module', 'nodenext', '--target', 'es2022', '--types', 'node']
  const files = samples.map(([name]) => join(FOLDER, `${name}.ts`))
  execFileSync(process.execPath, [TSC, '--ignoreConfig', '--skipLibCheck', ...options, ...files], { stdio: 'pipe' })
})
