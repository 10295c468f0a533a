import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { readJson } from '../release/packages.mjs'

const COLUMNS = ['installs', 'ticket', 'tests', 'bundle']
const HEADS = ['stack', 'installs', 'first ticket', 'own tests', 'bundle', 'seconds', 'versions']
const SIGNS = { passed: '✓', failed: '✗', skipped: 'skipped' }

/** One row of the table: what was tried of a stack, and how it went. */
export class Row {
  seconds = 0
  versions = ''
  #cells = {}
  #start = performance.now()

  constructor(name) {
    this.name = name
    console.log(`\n${name}`)
  }

  /** Tries one thing, and says how it went. What fails does not keep others from being tried. */
  async try(column, run, what = column) {
    const start = performance.now()
    try {
      const result = await run()
      this.#tell(column, 'passed', what, start)
      return result
    } catch (error) {
      this.#tell(column, 'failed', what, start)
      console.error(error.message.replace(/^/gm, '    '))
      this.fault ??= error.message
      return undefined
    } finally {
      this.seconds = (performance.now() - this.#start) / 1000
    }
  }

  skip(column, reason) {
    this.#cells[column] ??= 'skipped'
    console.log(`  ${column} skipped: ${reason}`)
    return this
  }

  get cells() {
    const signs = COLUMNS.map((column) => SIGNS[this.#cells[column]] ?? '–')
    return [this.name, ...signs, this.seconds.toFixed(0), this.versions]
  }

  #tell(column, outcome, what, start) {
    // Several things may stand in one column; one that failed counts.
    if (this.#cells[column] !== 'failed') this.#cells[column] = outcome
    console.log(`  ${SIGNS[outcome]} ${what}, ${((performance.now() - start) / 1000).toFixed(1)} s`)
  }
}

export function printTable(rows) {
  const lines = [HEADS, ...rows.map(({ cells }) => cells)]
  const widths = HEADS.map((_, column) => Math.max(...lines.map((line) => line[column].length)))
  console.log()
  for (const line of lines)
    console.log(
      line
        .map((cell, column) => cell.padEnd(widths[column]))
        .join('  ')
        .trimEnd(),
    )
}

/** The versions of packages that a project has got. */
export function versionsIn(folder, names) {
  const found = names.map((name) => [name, join(folder, 'node_modules', name, 'package.json')])
  return found
    .filter(([, path]) => existsSync(path))
    .map(([name, path]) => `${name} ${readJson(path).version}`)
    .join(', ')
}
