import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { CLASSES } from '../src/classes.ts'

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))
const TEXT = readFileSync(`${ROOT}SECURITY.md`, 'utf8')

const guarantees = /## Guarantees\n([\s\S]*?)\n## /.exec(TEXT)?.[1] ?? ''

/** Each promise of the list, and the cases below it. */
const promises = guarantees
  .split(/^- /m)
  .slice(1)
  .map((item) => item.trim().split(/\n {2}- /))

const cases = promises.flatMap(([promise = '', ...held]) => held.map((each) => ({ promise, held: each })))

test('every promise has a case', () => {
  expect(promises.length).toBeGreaterThan(30)
  for (const [promise, ...held] of promises) expect(held, promise).not.toEqual([])
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
