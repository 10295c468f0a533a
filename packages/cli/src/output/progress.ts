import { words } from '../words/index.ts'
import { err, widthOf } from './terminal.ts'

const WIDTH = 24

/** A line on the terminal that tells how far the work has come; nothing where standard error is not a terminal. */
export interface Progress {
  update(done: number, perSecond: number): void
  /** Leaves the line as it is, and goes on with the next. */
  end(): void
}

/** @param share - How much of the work is done, from 0 to 1, where that is known. */
export function createProgress(share: () => number | undefined): Progress {
  let begun = false
  return {
    update(done, perSecond) {
      if (!process.stderr.isTTY) return
      begun = true
      process.stderr.write(`\r\u001b[K${drawProgress(share(), done, perSecond, process.stderr.columns)}`)
    },
    end() {
      if (begun) process.stderr.write('\n')
      begun = false
    },
  }
}

/** As much of it as fits into the line, for a line that is broken cannot be written anew. */
function drawProgress(part: number | undefined, done: number, perSecond: number, columns: number): string {
  const users = words.bulk.users(done.toLocaleString('en'))
  const both = words.bulk.perSecond(users, Math.round(perSecond).toLocaleString('en'))
  const lines = [both, users]
  if (part !== undefined) {
    const cells = Math.round(part * WIDTH)
    const bar = `${err.green('█'.repeat(cells))}${err.dim('░'.repeat(WIDTH - cells))}`
    const percent = `${String(Math.floor(part * 100)).padStart(3)} %`
    lines.unshift(`${bar} ${percent}  ${both}`, `${bar} ${percent}  ${users}`)
  }
  return lines.find((line) => widthOf(line) < columns) ?? ''
}
