import type { Command } from 'commander'
import { words } from '../words/index.ts'

export function addInspect(program: Command): void {
  const { about, json, after } = words.inspect
  program
    .command('inspect')
    .argument('[ticket]', words.verify.ticket)
    .description(about)
    .option('--json', json)
    .addHelpText('after', after)
    .action(async (argument, options) => (await import('../run/inspect.ts')).inspect(argument, options))
}
