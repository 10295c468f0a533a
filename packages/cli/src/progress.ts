import { err } from './terminal.ts'

const WIDTH = 24

/** A line on the terminal that tells how far the work has come; nothing where standard error is no terminal. */
export interface Progress {
  update(done: number, perSecond: number): void
  end(): void
}

/** @param share - How much of the work is done, from 0 to 1, where that is known. */
export function createProgress(share: () => number | undefined): Progress {
  if (!process.stderr.isTTY) return { update() {}, end() {} }
  return {
    update(done, perSecond) {
      const part = share()
      const cells = part === undefined ? 0 : Math.round(part * WIDTH)
      const bar = part === undefined ? '' : `${err.green('█'.repeat(cells))}${err.dim('░'.repeat(WIDTH - cells))} `
      const percent = part === undefined ? '' : `${String(Math.floor(part * 100)).padStart(3)} %  `
      const speed = `${done.toLocaleString('en')} tickets, ${Math.round(perSecond).toLocaleString('en')} a second`
      process.stderr.write(`\r\u001b[K${bar}${percent}${speed}`)
    },
    end() {
      process.stderr.write('\n')
    },
  }
}
