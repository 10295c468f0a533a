import type { Command } from 'commander'
import { parseInteger } from '../input/numbers.ts'
import { words } from '../words/index.ts'

export function addConsole(program: Command): void {
  const { about, port, after } = words.console
  program
    .command('console')
    .description(about)
    .option('-p, --port <port>', port, parseInteger, 0)
    .addHelpText('after', after)
    .action(async (options) => (await import('../run/console.ts')).serveConsole(options))
}
