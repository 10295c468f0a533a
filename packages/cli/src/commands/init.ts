import { type Command, Option } from 'commander'
import { LOGINS } from '../init/logins.ts'
import { STACKS } from '../init/stacks/index.ts'
import { parseSdkAppId } from '../input/numbers.ts'
import { words } from '../words/index.ts'

export function addInit(program: Command): void {
  const { about, stack, login, set, dryRun, yes, start, after } = words.init
  program
    .command('init')
    .description(about)
    .addOption(new Option('-a, --sdkappid <id>', words.keys.sdkappid).argParser(parseSdkAppId))
    .option('-k, --key-file <path>', words.keys.keyFile)
    .addOption(new Option('--stack <name>', stack).choices(STACKS.map(({ id }) => id)))
    .addOption(new Option('--login <name>', login).choices(LOGINS.map(({ id }) => id)))
    .option('--set <name=value...>', set)
    .option('--dry-run', dryRun)
    .option('-y, --yes', yes)
    .option('--no-start', start)
    .addHelpText('after', after)
    .action(async (options) => (await import('../run/init.ts')).init(options))
}
