import { type Command, Option } from 'commander'
import { parseCount } from '../input/numbers.ts'
import { durationOption, withKeyOptions } from '../input/options.ts'
import { words } from '../words/index.ts'

const MAX_THREADS = 64

export function addBulk(program: Command): void {
  const { about, file, output, expire, column, threads, skipInvalid, qr, raw, after } = words.bulk
  withKeyOptions(program.command('bulk').argument('<users.csv>', file))
    .description(about)
    .option('-o, --output <path>', output)
    .addOption(new Option('--qr <path>', qr).conflicts('output'))
    .addOption(durationOption(expire, 604_800))
    .option('-c, --column <name>', column)
    .addOption(new Option('-t, --threads <count>', threads).argParser(parseCount(MAX_THREADS)))
    .option('--skip-invalid', skipInvalid)
    .option('--raw', raw)
    .addHelpText('after', after)
    .action(async (path, options) => (await import('../run/bulk.ts')).bulk(path, options))
}
