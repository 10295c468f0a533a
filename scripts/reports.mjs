import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './setup.mjs'

/** The JSON reports that the tests of each workspace have left. */
export function reportFiles() {
  const inFolders = ['packages', 'apps', 'examples', 'proof'].filter((folder) => existsSync(join(root, folder)))
  const workspaces = inFolders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  return [...workspaces, 'bench', 'docs']
    .map((folder) => join(root, folder, '.reports'))
    .filter((folder) => existsSync(folder))
    .flatMap((folder) => readdirSync(folder).map((name) => join(folder, name)))
    .filter((file) => file.endsWith('.json'))
}

/** How many tests of a report went which way; without a file: none. */
export function count(file) {
  const report = file ? read(file) : {}
  return {
    passed: report.numPassedTests ?? 0,
    // A test file that does not even load holds no test that could fail.
    failed: Math.max(report.numFailedTests ?? 0, report.success === false ? 1 : 0),
    skipped: (report.numPendingTests ?? 0) + (report.numTodoTests ?? 0),
  }
}

export function add(a, b) {
  return { passed: a.passed + b.passed, failed: a.failed + b.failed, skipped: a.skipped + b.skipped }
}

/** The tests that took longest, the longest first. */
export function slowest(files, many) {
  return files
    .flatMap((file) => read(file).testResults)
    .flatMap(({ name, assertionResults }) =>
      assertionResults.map(({ fullName, duration }) => ({
        seconds: (duration ?? 0) / 1000,
        name: `${relative(root, name)}: ${fullName.trim()}`,
      })),
    )
    .sort((a, b) => b.seconds - a.seconds)
    .slice(0, many)
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
