import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { stripVTControlCharacters } from 'node:util'
import { root } from './setup.mjs'

/** The JSON reports that the tests of each workspace have left. */
export function reportFiles() {
  const inFolders = ['packages', 'apps', 'examples', 'proof'].filter((folder) => existsSync(join(root, folder)))
  const workspaces = inFolders.flatMap((folder) => readdirSync(join(root, folder)).map((name) => join(folder, name)))
  return [...workspaces, 'bench', 'docs', 'native', 'site']
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

/** The tests that failed, each with the beginning of what it said. */
export function failures(files) {
  return files
    .flatMap((file) => read(file).testResults)
    .flatMap(({ name, message, assertionResults }) => {
      const failed = assertionResults.filter(({ status }) => status === 'failed')
      const told = failed.map(({ fullName, failureMessages }) => [fullName.trim(), failureMessages.join('\n')])
      // A file that does not load holds no test.
      if (told.length === 0 && message) told.push(['', message])
      return told.map(([test, text]) => ({ name: `${relative(root, name)}: ${test}`, text: beginning(text) }))
    })
}

/** Enough of a message to know what went wrong, where it may be the only thing that somebody sees of a run. */
function beginning(text) {
  const lines = stripVTControlCharacters(text).split('\n')
  return lines
    .filter((line) => !/^ +at .*node_modules/.test(line))
    .slice(0, 12)
    .join('\n')
    .slice(0, 1500)
}

function read(file) {
  return JSON.parse(readFileSync(file, 'utf8'))
}
