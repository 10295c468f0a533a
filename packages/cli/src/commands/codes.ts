import type { Command } from 'commander'
import { words } from '../words/index.ts'

export function addCodes(program: Command): void {
  const { about, word, json, after } = words.codes
  program
    .command('codes')
    .argument('[word]', word)
    .description(about)
    .option('--json', json)
    .addHelpText('after', after)
    .action(async (argument, options) => (await import('../run/codes.ts')).listCodes(argument, options))
}
