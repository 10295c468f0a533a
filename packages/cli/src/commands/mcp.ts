import type { Command } from 'commander'
import { withKeyOptions } from '../input/options.ts'
import { words } from '../words/index.ts'

export function addMcp(program: Command): void {
  const { about, after } = words.mcp
  withKeyOptions(program.command('mcp'))
    .description(about)
    .addHelpText('after', after)
    .action(async (options) => (await import('../run/mcp.ts')).serveMcp(options))
}
