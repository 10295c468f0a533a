import { execFileSync } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, it } from 'vitest'

// Inside of the package, so that its name leads to what was built.
const FOLDER = fileURLToPath(new URL('../.samples/', import.meta.url))
const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
const samples = [...README.matchAll(/^```ts\n(.*?)^```$/gms)].map(([, code = '']) => code)

beforeAll(() => mkdirSync(FOLDER, { recursive: true }))
afterAll(() => rmSync(FOLDER, { recursive: true, force: true }))

it('finds the samples', () => {
  expect(samples.length).toBe(2)
})

it.each(samples.map((code, i) => [i, code] as const))('sample %i runs, and prints what its comments say', (i, code) => {
  const path = join(FOLDER, `sample-${i}.ts`)
  writeFileSync(path, code)
  const printed = execFileSync(process.execPath, [path], { encoding: 'utf8' })
  for (const [, expected = ''] of code.matchAll(/\/\/ → (.*)$/gm)) expect(printed).toContain(expected)
})
