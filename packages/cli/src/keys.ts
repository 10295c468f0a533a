import type { AppKey } from '@usersig/core/doctor'
import { type Command, Option } from 'commander'
import { read } from 'read'
import { parseInteger } from './duration.ts'
import { CliError } from './exit.ts'
import { type FoundKey, readEnvironment, readKeyFile } from './key-file.ts'
import { err, note } from './terminal.ts'

/** Options of every command that needs a key. */
export interface KeyOptions {
  readonly sdkappid?: number
  readonly keyFile?: string
  readonly secretKey?: string
}

/** Adds the options that say where the key is. */
export function withKeyOptions(command: Command): Command {
  return command
    .addOption(new Option('-a, --sdkappid <id>', 'SDKAppID [USERSIG_SDKAPPID]').argParser(parseInteger))
    .option('-k, --key-file <path>', 'file with the SDKSecretKey: JSON, .env lines, or the key alone')
    .addOption(new Option('--secret-key <key>', 'SDKSecretKey; it stays in the history of your shell').hideHelp())
}

const NO_KEY = `Set USERSIG_SDKAPPID and USERSIG_SECRETKEY, or give --sdkappid and --key-file.
The key is in the console of Chat or TRTC, on the page of your application.`

/** All keys at hand, for finding out which of them signed: none is an answer, too. */
export function findKeys(options: KeyOptions): AppKey[] {
  return findAll(options).flatMap(({ sdkAppId, secretKey }) =>
    sdkAppId === undefined || secretKey.length === 0 ? [] : [{ sdkAppId, secretKey }],
  )
}

/** The one key to sign or verify with; asked for where somebody sits at a terminal. */
export async function needKey(options: KeyOptions): Promise<AppKey> {
  const all = findAll(options)
  const fitting = all.filter(({ sdkAppId }) => options.sdkappid === undefined || sdkAppId === options.sdkappid)
  const [found] = fitting
  if (fitting.length > 1) {
    const ids = fitting.map(({ sdkAppId }) => sdkAppId).join(', ')
    throw new CliError(`There are keys of several applications: ${ids}.`, 'Choose one with --sdkappid.')
  }
  if (all.length > 0 && found === undefined) {
    throw new CliError(`The keys at hand are not of SDKAppID ${options.sdkappid}.`, NO_KEY)
  }
  const canAsk = process.stdin.isTTY && process.stderr.isTTY
  const sdkAppId = found?.sdkAppId ?? options.sdkappid ?? (canAsk ? parseInteger(await ask('SDKAppID: ')) : undefined)
  if (sdkAppId === undefined) throw new CliError('There is no SDKAppID.', NO_KEY)
  if (found && found.secretKey.length > 0) return { sdkAppId, secretKey: found.secretKey }
  if (!canAsk) throw new CliError('There is no SDKSecretKey.', NO_KEY)
  return { sdkAppId, secretKey: await ask('SDKSecretKey (hidden): ', true) }
}

function findAll({ sdkappid, keyFile, secretKey }: KeyOptions): FoundKey[] {
  if (secretKey !== undefined) {
    note(err.yellow('The key is in the history of your shell now, and others on this machine may have seen it.'))
    note(err.dim('Use --key-file or USERSIG_SECRETKEY instead, or let yourself be asked.'))
    return [{ sdkAppId: sdkappid, secretKey: [secretKey] }]
  }
  const found = keyFile === undefined ? readEnvironment(process.env) : readKeyFile(keyFile)
  const fallback = keyFile === undefined ? undefined : readEnvironment(process.env)[0]?.sdkAppId
  return found.map((key) => ({ ...key, sdkAppId: key.sdkAppId ?? sdkappid ?? fallback }))
}

async function ask(prompt: string, silent = false): Promise<string> {
  try {
    return (await read({ prompt, silent, output: process.stderr })).trim()
  } catch {
    throw new CliError('Nothing was entered.', NO_KEY)
  } finally {
    if (silent) note('')
  }
}
