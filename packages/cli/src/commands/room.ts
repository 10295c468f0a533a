import { createUserSigner, type Privileges } from '@usersig/core'
import { PRIVILEGE_PRESETS, PRIVILEGES } from '@usersig/core/internal'
import { showDuration } from '@usersig/doctor'
import { type Command, Option } from 'commander'
import { showRights } from '../anatomy.ts'
import { durationOption, parseInteger } from '../duration.ts'
import { CliError } from '../exit.ts'
import { type KeyOptions, needKey, withKeyOptions } from '../keys.ts'
import { err, note, print, printJson } from '../terminal.ts'

/** Which room is meant. */
export interface RoomChoice {
  readonly room?: number
  readonly strRoom?: string
}

interface RoomOptions extends KeyOptions, RoomChoice {
  readonly as: string
  readonly expire: number
  readonly json?: true
}

const HELP = `
A room is a number or a string, and 123 and "123" are two rooms:
  usersig room alice --room 10000 --as audience
  usersig room alice --str-room lobby --as enterRoom,receiveAudio

Presets: ${Object.keys(PRIVILEGE_PRESETS).join(', ')}
Rights:  ${Object.keys(PRIVILEGES).join(', ')}`

/** Adds the options that choose a room. */
export function withRoomOptions(command: Command): Command {
  return command
    .addOption(new Option('-r, --room <roomId>', 'numeric room, 1 to 4294967294').argParser(parseInteger))
    .option('-s, --str-room <strRoomId>', 'string room, up to 64 bytes')
}

/** The room as the library names it, or nothing. */
export function toRoom({ room, strRoom }: RoomChoice): { roomId: number } | { strRoomId: string } | undefined {
  if (room !== undefined && strRoom !== undefined) throw new CliError('Give either --room or --str-room.')
  if (room !== undefined) return { roomId: room }
  return strRoom === undefined ? undefined : { strRoomId: strRoom }
}

export function addRoom(program: Command): void {
  withRoomOptions(withKeyOptions(program.command('room <userId>')))
    .description('sign a PrivateMapKey, the rights of a user in one TRTC room')
    .option('--as <rights>', 'a preset, names of rights with commas between them, or their number', 'all')
    .addOption(durationOption('how long it is valid', 21_600))
    .option('--json', 'all credentials as JSON, with a UserSig')
    .addHelpText('after', HELP)
    .action(async (userId: string, options: RoomOptions) => {
      const room = toRoom(options)
      if (!room) throw new CliError('There is no room.', 'Give --room for a number, or --str-room for a string.')
      const privileges = readRights(options.as)
      const signer = createUserSigner(await needKey(options))
      const issued = signer.issue(userId, { ...room, privileges, expire: options.expire })
      if (options.json) return printJson(issued)
      print(issued.privateMapKey as string)
      note(err.dim(`valid for ${showDuration(issued.expire)}: ${showRights(issued.privileges)}`))
    })
}

function readRights(text: string): Privileges {
  if (/^\d{1,3}$/.test(text)) return Number(text)
  return (Object.hasOwn(PRIVILEGE_PRESETS, text) ? text : text.split(',').map((name) => name.trim())) as Privileges
}
