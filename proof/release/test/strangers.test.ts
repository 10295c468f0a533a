import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { ROOT } from './root.ts'

const load = (file: string) => import(pathToFileURL(join(ROOT, 'scripts/strangers', file)).href)
const { TARO, UNI_APP } = await load('framework-projects.mjs')
const { linesOf, readDemoLogin, readInit, readQuickStart, readReadme } = await load('documents.mjs')
const { withTicket } = await load('follow.mjs')
const { requireKept, requireSame } = await load('snapshot.mjs')
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
  for (const line of doctor) expect(withTicket(line, 'eAGx')).toContain(" 'eAGx' ")
})

test('it finds in the READMEs what it is to type', () => {
  expect(readInit()).toBe('npx usersig init')
  expect(readDemoLogin()).toBe('npx usersig demo-login')
  for (const [folder, start] of [
    ['cli', 'npx usersig init'],
    ['create-usersig', 'npm create usersig '],
    ['create-usersig', 'npm run dev'],
    ['service', 'npx usersig-service --config'],
    ['service', 'curl -X POST -H "Authorization: Bearer $ACCESS_TOKEN" http://localhost:3000'],
    ...['functions', 'service', 'rest', 'testing'].map((name) => [name, 'npm install ']),
  ]) {
    expect(linesOf(readReadme(folder), start), `${folder}: ${start}`).not.toEqual([])
  }
})

test('it finds the snippets of frameworks', () => {
  const page = readFileSync(join(ROOT, 'packages/client/FRAMEWORKS.md'), 'utf8')
  for (const { samples } of [TARO, UNI_APP] as { samples: Record<string, string> }[]) {
    for (const sample of Object.values(samples)) expect(page).toContain(`\n\`\`\`ts ${sample}\n`)
  }
})

test('each stack of the gate follows a section that exists', () => {
  const sections = (servers as Recipe[]).map(({ section }) => section)
  const lost = (STACKS as { section: string }[]).filter(({ section }) => !sections.includes(section))
  expect(lost).toEqual([])
})

const project = (change: Record<string, string | undefined> = {}) =>
  new Map(
    Object.entries({
      'app.js': 'const a = 1\nlisten()\n',
      'app.module.ts': '  imports: [],\n',
      'package.json': '{"name":"app","dependencies":{"express":"^5.0.0"}}',
      ...change,
    }).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )

test.each([
  ['a line that is lost', { 'app.js': 'listen()\n' }, 'app.js has lost'],
  ['a file that is gone', { 'app.js': undefined }, 'app.js is gone'],
  ['another range', { 'package.json': '{"name":"app","dependencies":{"express":"^4.0.0"}}' }, 'another express'],
  ['a line that was not shown', { 'app.module.ts': '  imports: [A],\n' }, 'app.module.ts has lost'],
])('%s of the project is noticed', (_, change, message) => {
  expect(() => requireKept(project(), project(change), '')).toThrow(message)
  expect(() => requireSame(project(), project(change), 'it')).toThrow('it changed')
})

test('what was shown, and what came, may be so', () => {
  const after = project({
    'app.js': 'const a = 1\nroute()\nlisten()\n',
    'app.module.ts': '  imports: [A],\n',
    'package.json': '{"name":"app","dependencies":{"express":"^5.0.0","@usersig/auth":"^0.1.0"}}',
    'usersig.js': '',
  })
  expect(() => requireKept(project(), after, '    -   imports: [],\n    +   imports: [A],')).not.toThrow()
  expect(() => requireSame(project(), project(), 'it')).not.toThrow()
})
