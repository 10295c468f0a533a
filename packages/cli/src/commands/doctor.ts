import { type Command, Option } from 'commander'
import { parseCount, parseSdkAppId } from '../input/numbers.ts'
import { withKeyOptions, withRoomOptions } from '../input/options.ts'
import { words } from '../words/index.ts'

/** Regions of applications, as the client of the REST API names them; a test compares both. */
export const REGIONS: readonly string[] = ['china', 'singapore', 'korea', 'japan', 'germany', 'usa', 'indonesia']

/** How often an endpoint is asked at most. */
const MAX_TIMES = 1000

export function addDoctor(program: Command): void {
  const text = words.doctor
  const command = withRoomOptions(
    withKeyOptions(program.command('doctor').alias('explain').argument('[anything...]', text.anything)),
  )
  command
    .description(text.about)
    .option('-f, --file <path>', text.file)
    .option('-u, --user <userId>', text.user)
    .addOption(new Option('--client-appid <id>', text.clientAppid).argParser(parseSdkAppId))
    .addOption(new Option('--expect <kind>', text.expect).choices(['user_sig', 'private_map_key']))
    .addOption(new Option('--json', text.json).conflicts('report'))
    .option('--report', text.report)
    .addOption(new Option('--watch <url>', text.watch).conflicts('file'))
    .option('--origin <origin>', text.origin)
    .option('-H, --header <header...>', text.header)
    .addOption(new Option('--times <count>', text.times).argParser(parseCount(MAX_TIMES)).default(10))
    .addOption(new Option('--online', text.online).conflicts(['file', 'watch', 'report']))
    .addOption(new Option('--region <region>', text.region).choices(REGIONS).default('china'))
    .option('--admin <userId>', text.admin, 'administrator')
    .option('--api-host <url>', text.apiHost)
    .option('-y, --yes', text.yes)
    .addHelpText('after', text.after)
    .action(async (anything, options) => {
      if (options.online) return (await import('../run/online.ts')).askTencent(anything, options)
      return options.watch === undefined
        ? (await import('../run/doctor.ts')).doctor(anything, options)
        : (await import('../run/watch.ts')).watch(options.watch, options)
    })
}
