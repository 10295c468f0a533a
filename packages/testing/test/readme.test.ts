import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { programOf, project, run } from './project.ts'

const README = readFileSync(new URL('../README.md', import.meta.url), 'utf8')

test('the tests of the README pass', () => {
  const blocks = [...README.matchAll(/^```js (\S+)\n(.*?)^```$/gms)].map(([, name = '', code = '']) => [name, code])
  const packages = ['vitest', '@usersig/edge', '@usersig/auth', '@usersig/client']
  const folder = project({ 'package.json': '{}', ...Object.fromEntries(blocks) }, packages)
  const { status, said } = run(folder, [programOf('vitest', 'vitest.mjs'), 'run'])
  expect([status, said]).toEqual([0, expect.stringMatching(/Tests\s+10 passed/)])
})

test('the table of tickets names what there is', async () => {
  const { createTestTickets } = await import('../src/index.ts')
  const [, table = ''] = /^(\| ticket [\s\S]*?)\n\n/m.exec(README) ?? []
  const named = [...table.matchAll(/^\| (`.*?)\s+\|/gm)].flatMap(([, names = '']) => names.match(/\w+/g) ?? [])
  expect(named.sort()).toEqual(Object.keys(createTestTickets()).sort())
})
