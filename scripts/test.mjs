import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, setUp } from './setup.mjs'

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
const { passed, failed, skipped } = reports
  .filter((file) => existsSync(file))
  .map(count)
  .reduce(add, count())

if (passed + failed === 0) console.error('No test ran.')
process.exitCode = code || (failed > 0 || passed === 0 ? 1 : 0)
if (process.exitCode) console.error('\nFailed: see the task named above.')
console.log(`\n${passed} passed, ${failed} failed${skipped ? `, ${skipped} skipped` : ''}`)

function reportFiles() {
  const inFolders = ['packages', 'apps', 'examples', 'proof'].filter((folder) => existsSync(join(root, folder)))
  const workspaces = inFolders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  return [...workspaces, 'bench', 'docs'].map((folder) => join(root, folder, '.reports', 'vitest.json'))
}

function count(file) {
  const report = file ? JSON.parse(readFileSync(file, 'utf8')) : {}
  return {
    passed: report.numPassedTests ?? 0,
    // A test file that does not even load holds no test that could fail.
    failed: Math.max(report.numFailedTests ?? 0, report.success === false ? 1 : 0),
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  }
}

function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}
