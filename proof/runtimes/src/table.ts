import { readFileSync, writeFileSync } from 'node:fs'
import type { Outcome } from './cases.ts'

const FILE = new URL('../../../docs/runtimes.md', import.meta.url)

/** What one runtime made of the cases. */
export interface Row extends Outcome {
  readonly name: string
  readonly version: string
}

const HEAD = `# Runtimes

\`@usersig/core\`, built and packed as for npm, passes the same cases on each of these runtimes: tickets of nineteen official programs at every limit of their lifetime, hostile tickets, every refusal, room records, error codes, and errors without secrets. The cases are in [\`packages/core/test/cases\`](../packages/core/test/cases), and need no test runner. For Chromium and workerd, they are bundled like apps.

\`npm test\` runs them and fails if this table is out of date; \`npm run runtimes\` runs them and writes it.
`

/** The table as it stands in the documents. */
export function toTable(rows: readonly Row[]): string {
  const lines = rows.map(({ name, version, cases, failed }) => [name, version, `${cases - failed.length} of ${cases}`])
  const cells = [['runtime', 'version', 'cases passed'], ...lines]
  const widths = [0, 1, 2].map((column) => Math.max(...cells.map((row) => row[column]?.length ?? 0)))
  const toLine = (row: readonly string[]) => `| ${row.map((cell, i) => cell.padEnd(widths[i] ?? 0)).join(' | ')} |`
  const [head = [], ...rest] = cells
  const rule = `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`
  return [toLine(head), rule, ...rest.map(toLine)].join('\n')
}

export function writeTable(rows: readonly Row[]): void {
  writeFileSync(FILE, `${HEAD}\n${toTable(rows)}\n`)
}

/** The lines of the table in the documents, by the name of the runtime. */
export function readTable(): ReadonlyMap<string, { version: string; cases: string }> {
  const rows = readFileSync(FILE, 'utf8').matchAll(/^\| ([^|]+?) +\| ([^|]+?) +\| (\d+ of \d+) *\|$/gm)
  return new Map([...rows].map(([, name = '', version = '', cases = '']) => [name, { version, cases }]))
}
