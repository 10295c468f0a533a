import { type Command, Option } from 'commander'
import { parseCount } from '../input/numbers.ts'
import { withKeyOptions } from '../input/options.ts'
import { words } from '../words/index.ts'

export function addCheckIssuer(program: Command): void {
  const { about, command, url, timeout, json, after } = words.check
  withKeyOptions(program.command('check-issuer'))
    .description(about)
    .addOption(new Option('-c, --command <line>', command).conflicts('url'))
    .option('--url <url>', url)
    .addOption(new Option('--timeout <seconds>', timeout).argParser(parseCount(300)).default(10))
    .option('--json', json)
    .addHelpText('after', after)
    .action(async (options) => (await import('../run/check-issuer.ts')).checkIssuer(options))
}
