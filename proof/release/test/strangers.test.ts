import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { ROOT } from './root.ts'

const load = (file: string) => import(pathToFileURL(join(ROOT, 'scripts/strangers', file)).href)
const { readQuickStart } = await load('documents.mjs')
const { STACKS } = await load('stacks.mjs')
const { servers, app, doctor } = readQuickStart()

interface Recipe {
  readonly section: string
  readonly install: readonly string[]
  readonly run: readonly string[]
  readonly files: readonly { readonly file: string }[]
}

test('the gate finds in the quick start what it is to type', () => {
  for (const { section, install, run, files } of servers as Recipe[]) {
    expect(install.join('\n'), section).toMatch(/^(npm install|deno add|bun add) .*@usersig\//)
    expect(run.length, section).toBeGreaterThan(0)
    expect(files.map(({ file }) => file)).toContain('.env')
  }
  expect(app.install.join()).toContain('@usersig/client')
  expect(doctor.length).toBeGreaterThan(0)
})

test('each stack of the gate follows a section that exists', () => {
  const sections = (servers as Recipe[]).map(({ section }) => section)
  const lost = (STACKS as { section: string }[]).filter(({ section }) => !sections.includes(section))
  expect(lost).toEqual([])
})
