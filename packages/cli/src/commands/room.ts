import { type Command, Option } from 'commander'
import { durationOption, withKeyOptions, withRoomOptions } from '../input/options.ts'
import { PRESETS, RIGHTS } from '../input/rights.ts'
import { words } from '../words/index.ts'

export function addRoom(program: Command): void {
  const { about, as, json, after } = words.room
  withRoomOptions(withKeyOptions(program.command('room').argument('<userId>', words.sign.user)))
    .description(about)
    .option('--as <rights>', as, 'all')
    .addOption(durationOption(words.sign.expire, 21_600))
    .option('--json', json)
    .addOption(new Option('--qr', words.sign.qr).conflicts('json'))
    .addHelpText('after', after(PRESETS.join(', '), RIGHTS.join(', ')))
    .action(async (userId, options) => (await import('../run/room.ts')).signRoom(userId, options))
}
