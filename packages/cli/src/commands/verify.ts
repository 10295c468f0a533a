import type { Command } from 'commander'
import { withKeyOptions, withRoomOptions } from '../input/options.ts'
import { words } from '../words/index.ts'

export function addVerify(program: Command): void {
  const { about, ticket, user, privateMapKey, json, after } = words.verify
  withRoomOptions(withKeyOptions(program.command('verify').argument('[ticket]', ticket)))
    .description(about)
    .option('-u, --user <userId>', user)
    .option('--private-map-key', privateMapKey)
    .option('--json', json)
    .addHelpText('after', after)
    .action(async (argument, options) => (await import('../run/verify.ts')).verify(argument, options))
}
