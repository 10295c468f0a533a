import { type Command, Option } from 'commander'
import { shortDuration } from '../output/short-time.ts'
import { words } from '../words/index.ts'
import { parseDuration } from './duration.ts'
import { parseInteger, parseSdkAppId } from './numbers.ts'

/** Adds the options that say where the key is. */
export function withKeyOptions(command: Command): Command {
  const { sdkappid, keyFile, secretKey } = words.keys
  return command
    .addOption(new Option('-a, --sdkappid <id>', sdkappid).argParser(parseSdkAppId))
    .option('-k, --key-file <path>', keyFile)
    .addOption(new Option('--secret-key <key>', secretKey).hideHelp().conflicts('keyFile'))
}

/** Adds the options that choose a room. */
export function withRoomOptions(command: Command): Command {
  return command
    .addOption(new Option('-r, --room <roomId>', words.room.numeric).argParser(parseInteger))
    .option('-s, --str-room <strRoomId>', words.room.string)
}

/** The option that says how long tickets are valid. */
export function durationOption(description: string, standard: number): Option {
  return new Option('-e, --expire <duration>', `${description}${words.colon}${words.duration.forms}`)
    .default(standard, shortDuration(standard))
    .argParser(parseDuration)
}

/** The option that every command has; what it says is read before the rest is. */
export const languageOption = (): Option => new Option('--lang <language>', words.help.language).choices(['en', 'zh'])
