import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { ROOT } from '../root.ts'

/**
 * Reads what a table in a README says of each code, so that READMEs and pages say the same.
 *
 * @param columns headings of the column with the code, and of the one with its meaning
 * @returns the meanings by code; rows that are not about one code are left out
 */
export function readMeanings(readme: string, columns: readonly [code: string, meaning: string]): Map<string, string> {
  const rows = readFileSync(join(ROOT, readme), 'utf8')
    .split('\n')
    .map((line) => (line.startsWith('|') ? line.split('|').slice(1, -1) : []).map((cell) => cell.trim()))
  const head = rows.findIndex((cells) => columns.every((column) => cells.includes(column)))
  if (head < 0) throw new Error(`${readme} has no table with the columns ${columns.join(' and ')}`)
  const [code, meaning] = columns.map((column) => rows[head]?.indexOf(column) ?? -1)
  const meanings = new Map<string, string>()
  for (const cells of rows.slice(head + 2)) {
    if (cells.length === 0) break
    const name = /^`([^`]+)`$/.exec(cells[code as number] ?? '')?.[1]
    if (name !== undefined) meanings.set(name, cells[meaning as number] ?? '')
  }
  return meanings
}
