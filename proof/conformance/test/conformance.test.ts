import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { SERVERS } from '../src/programs.ts'
import { type Score, scoreLines } from '../src/score.ts'
import { SHOWN } from '../src/table.ts'

const PAGE = readFileSync(new URL('../../../docs/conformance.md', import.meta.url), 'utf8')
const programs = fileURLToPath(new URL('../programs/', import.meta.url))

function rowOf(name: string): string[] {
  const line = PAGE.split('\n').find((each) => each.startsWith(`| ${name} `)) ?? expect.fail(`no row of ${name}`)
  return line
    .split('|')
    .slice(2, -1)
    .map((cell) => cell.trim())
}

function cellsOf(scores: readonly Score[]): string[] {
  return Object.keys(SHOWN).map((group) => {
    const { passed = 0, failed = 0 } = scores.find((each) => each.group === group) ?? {}
    return passed + failed === 0 ? '—' : `${passed}/${passed + failed}`
  })
}

test('the page has a row for every program', () => {
  for (const { name } of SERVERS) expect(rowOf(name).length).toBe(Object.keys(SHOWN).length)
})

test('the official program for Node.js has the score of the page', () => {
  const official = createRequire(import.meta.url).resolve('tls-sig-api-v2')
  const scores = scoreLines(`"${process.execPath}" "${programs}conform.cjs" "${official}"`)
  expect(cellsOf(scores)).toEqual(rowOf('Node.js'))
})

test('nothing of this toolkit fails', () => {
  const scores = scoreLines(`"${process.execPath}" "${programs}conform.mjs"`)
  expect(scores.filter(({ failed }) => failed > 0)).toEqual([])
  expect(cellsOf(scores)).toEqual(rowOf('this toolkit'))
})
