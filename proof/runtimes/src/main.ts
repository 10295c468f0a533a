import { styleText } from 'node:util'
import { createProject } from './project.ts'
import { runtimes } from './runtimes.ts'
import { type Row, writeTable } from './table.ts'

/* Runs the cases on every runtime, and writes docs/runtimes.md. */

const project = await createProject()
const rows: Row[] = []
try {
  for (const runtime of runtimes) {
    const [version, outcome] = [await runtime.version(), await runtime.run(project)]
    rows.push({ name: runtime.name, version, ...outcome })
    const isWhole = outcome.failed.length === 0
    const text = `${runtime.name} ${version}: ${outcome.cases - outcome.failed.length} of ${outcome.cases}`
    console.log(styleText(isWhole ? 'green' : 'red', text))
    for (const each of outcome.failed) console.log(`  ${each}`)
  }
} finally {
  project.remove()
}
writeTable(rows)
console.log('\nwritten to docs/runtimes.md')
if (rows.some(({ failed }) => failed.length > 0)) process.exitCode = 1
