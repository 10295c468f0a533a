import { type Command, Option } from 'commander'
import { durationOption, withKeyOptions } from '../input/options.ts'
import { words } from '../words/index.ts'

export function addSign(program: Command): void {
  const { about, user, expire, json, qr, after } = words.sign
  withKeyOptions(program.command('sign').argument('<userId>', user))
    .description(about)
    .addOption(durationOption(expire, 604_800))
    .option('--json', json)
    .addOption(new Option('--qr', qr).conflicts('json'))
    .addHelpText('after', after)
    .action(async (userId, options) => (await import('../run/sign.ts')).sign(userId, options))
}
