import { rmSync } from 'node:fs'
import { add, count, failures, reportFiles, slowest } from './reports.mjs'
import { run, setUp } from './setup.mjs'

const TASKS = ['check:lint', 'typecheck', 'test', 'test:reference', 'test:links', 'check:packages']

setUp()
// A report of an earlier run must not count for a run that did not get as far as writing its own.
for (const file of reportFiles()) rmSync(file, { force: true, recursive: true })
// The longest tests need every package: were they to wait for the packages one by one, they would begin last.
const code = (await turbo('build')) || (await turbo(...TASKS))
const reports = reportFiles()
const { passed, failed, skipped } = reports.map(count).reduce(add, count())

if (passed > 0) {
  console.log('\nThe slowest tests, in seconds, those of earlier runs whose result still holds included:')
  for (const { seconds, name } of slowest(reports, 10)) console.log(`${seconds.toFixed(1).padStart(7)}  ${name}`)
}
if (passed + failed === 0) console.error('No test ran.')
process.exitCode = code || (failed > 0 || passed === 0 ? 1 : 0)
for (const { name, text } of failures(reports)) console.error(`\nFailed: ${name}\n${text}`)
if (code && failed === 0) console.error('\nFailed: see the task named above.')
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)

function turbo(...tasks) {
  const options = ['--continue=dependencies-successful', '--output-logs=new-only', ...process.argv.slice(2)]
  return run('turbo', ['run', ...tasks, ...options])
}
