import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CLASSES } from '../src/classes.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const TEXT = readFileSync(`${ROOT}SECURITY.md`, 'utf8')

/** The rows of the table of promises. */
const rows = (/## Guarantees\n([\s\S]*?)\n## /.exec(TEXT)?.[1] ?? '')
  .split('\n')
  .filter((line) => line.startsWith('| ') && !line.startsWith('| promise') && !line.startsWith('| ---'))
  .map((line) => line.slice(2, -2).split(' | '))

const cases = rows.flatMap(([promise = '', held = '']) =>
  held.split('<br>').map((each) => ({ promise, held: each.trim() })),
)

test('the table has its rows', () => {
  expect(rows.length).toBeGreaterThan(30)
  for (const row of rows) expect(row).toHaveLength(2)
})

describe('a promise is held by a case that is there', () => {
  test.each(cases)('$held', ({ held }) => {
    const [, path = '', title = ''] = /^`([^`]+)`: (.{5,})$/.exec(held) ?? []
    expect(path, held).not.toBe('')
    expect(existsSync(ROOT + path), path).toBe(true)
    expect(readFileSync(ROOT + path, 'utf8').includes(title), `"${title}" in ${path}`).toBe(true)
  })
})

test('every class of attack stands for a promise', () => {
  for (const { name, attacks } of CLASSES) {
    const isNamed = attacks.some((each) => TEXT.includes(`: ${each.name}`))
    expect(isNamed, name).toBe(true)
  }
})
