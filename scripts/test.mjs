import { existsSync, rmSync } from 'node:fs'
import { add, count, reportFiles, slowest } from './reports.mjs'
import { run, setUp } from './setup.mjs'

const TASKS = ['check:lint', 'build', 'typecheck', 'test', 'check:packages']

setUp()
const reports = reportFiles()
// A report of an earlier run must not count for a run that did not get as far as writing its own.
for (const file of reports) rmSync(file, { force: true })
const code = await run('turbo', [
  'run',
  ...TASKS,
  '--continue=dependencies-successful',
  '--output-logs=new-only',
  ...process.argv.slice(2),
])
const written = reports.filter((file) => existsSync(file))
const { passed, failed, skipped } = written.map(count).reduce(add, count())

if (passed > 0) {
  console.log('\nThe slowest tests, in seconds, those of earlier runs whose result still holds included:')
  for (const { seconds, name } of slowest(written, 10)) console.log(`${seconds.toFixed(1).padStart(7)}  ${name}`)
}
if (passed + failed === 0) console.error('No test ran.')
process.exitCode = code || (failed > 0 || passed === 0 ? 1 : 0)
if (process.exitCode) console.error('\nFailed: see the task named above.')
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)
