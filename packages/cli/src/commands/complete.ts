import type { Command } from 'commander'
import { words } from '../words/index.ts'

/** For the help alone: what completes is loaded when a shell asks. */
export function addComplete(program: Command): void {
  const { about, after } = words.complete
  program.command('complete').argument('[shell]').description(about).addHelpText('after', after)
}
