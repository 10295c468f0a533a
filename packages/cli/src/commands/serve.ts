import { type Command, Option } from 'commander'
import { parseInteger } from '../input/numbers.ts'
import { durationOption, withKeyOptions } from '../input/options.ts'
import { words } from '../words/index.ts'

export function addServe(program: Command): void {
  const { about, port, users, expire, lan, config, check, after } = words.serve
  withKeyOptions(program.command('serve'))
    .description(about)
    .option('-p, --port <port>', port, parseInteger, 3030)
    .option('-u, --users <names>', users, 'alice,bob,carol')
    .addOption(durationOption(expire, 3600))
    .option('--lan', lan)
    .addOption(
      new Option('-c, --config <file>', config).conflicts(['port', 'users', 'expire', 'lan', 'sdkappid', 'keyFile']),
    )
    .option('--check', check)
    .addHelpText('after', after)
    .action(async (options) =>
      options.config === undefined
        ? (await import('../run/serve.ts')).serve(options)
        : (await import('../run/service.ts')).runConfig(options.config, options.check),
    )
}
