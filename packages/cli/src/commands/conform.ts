import { type Command, Option } from 'commander'
import { parseCount } from '../input/numbers.ts'
import { withKeyOptions } from '../input/options.ts'
import { words } from '../words/index.ts'

export function addConform(program: Command): void {
  const { about, command, lines, url, header, timeout, json, after } = words.conform
  withKeyOptions(program.command('conform').alias('check-issuer'))
    .description(about)
    .addOption(new Option('-c, --command <line>', command).conflicts('url'))
    .addOption(new Option('--lines', lines).conflicts('url'))
    .option('--url <url>', url)
    .addOption(new Option('-H, --header <header...>', header).conflicts('command'))
    .addOption(new Option('--timeout <seconds>', timeout).argParser(parseCount(300)).default(10))
    .option('--json', json)
    .addHelpText('after', after)
    .action(async (options) => (await import('../run/conform.ts')).conform(options))
}
