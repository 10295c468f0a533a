import type { AppKey } from '@usersig/doctor'
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
    .addOption(
      new Option('--secret-key <key>', 'SDKSecretKey; it stays in the history of your shell')
        .hideHelp()
        .conflicts('keyFile'),
    )
}

const NO_KEY = `Set USERSIG_SDKAPPID and USERSIG_SECRETKEY, or give --sdkappid and --key-file.
The key is in the console of Chat or TRTC, on the page of your application.`

/** All keys at hand, for finding out which of them signed: none is an answer, too. */
export function findKeys(options: KeyOptions): AppKey[] {
  return findAll(options).flatMap(({ sdkAppId, secretKey }) => {
    if (secretKey.length === 0) return []
    if (sdkAppId === undefined) throw new CliError('There is a key, but not of which application.', 'Add --sdkappid.')
    return [{ sdkAppId, secretKey }]
  })
}

/** The one key to sign or verify with; asked for where somebody sits at a terminal. */
export async function needKey(options: KeyOptions): Promise<AppKey> {
  const all = findAll(options)
  const fitting = all.filter(({ sdkAppId }) => options.sdkappid === undefined || sdkAppId === options.sdkappid)
  const ids = [...new Set(fitting.map(({ sdkAppId }) => sdkAppId))]
  if (ids.length > 1) {
    throw new CliError(`There are keys of several applications: ${ids.join(', ')}.`, 'Choose one with --sdkappid.')
  }
  if (all.length > 0 && fitting.length === 0) {
    throw new CliError(`The keys at hand are not of SDKAppID ${options.sdkappid}.`, NO_KEY)
  }
  const canAsk = process.stdin.isTTY && process.stderr.isTTY
  const sdkAppId = ids[0] ?? options.sdkappid ?? (canAsk ? await askNumber('SDKAppID: ') : undefined)
  if (sdkAppId === undefined) throw new CliError('There is no SDKAppID.', NO_KEY)
  const keys = fitting.flatMap(({ secretKey }) => secretKey)
  if (keys.length === 0) {
    if (!canAsk) throw new CliError('There is no SDKSecretKey.', NO_KEY)
    keys.push(await ask('SDKSecretKey (hidden): ', true))
  }
  warnOfOddKeys(keys)
  const [only, ...more] = keys
  return { sdkAppId, secretKey: only !== undefined && more.length === 0 ? only : keys }
}

/** A key that was copied in part, or with its label, signs as well as any other, and no ticket of it works. */
function warnOfOddKeys(keys: readonly string[]): void {
  const odd = keys.find((key) => !/^[0-9a-f]{64}$/i.test(key))
  if (odd === undefined) return
  note(
    err.yellow(`The SDKSecretKey has ${odd.length} characters. The console shows 64, of 0-9 and a-f: is it that one?`),
  )
}

function findAll({ sdkappid, keyFile, secretKey }: KeyOptions): FoundKey[] {
  if (secretKey === undefined && keyFile === undefined) return withId(readEnvironment(process.env), sdkappid)
  const [outside] = readEnvironment({ USERSIG_SDKAPPID: process.env['USERSIG_SDKAPPID'] })
  const id = sdkappid ?? outside?.sdkAppId
  if (secretKey === undefined) return withId(readKeyFile(keyFile as string), id)
  note(err.yellow('The key is in the history of your shell now, and others on this machine may have seen it.'))
  note(err.dim('Use --key-file or USERSIG_SECRETKEY instead, or let yourself be asked.'))
  return withId([{ sdkAppId: undefined, secretKey: [secretKey] }], id)
}

function withId(found: readonly FoundKey[], id: number | undefined): FoundKey[] {
  return found.map((key) => ({ ...key, sdkAppId: key.sdkAppId ?? id }))
}

async function askNumber(prompt: string): Promise<number> {
  const answer = await ask(prompt)
  if (!/^\d{1,15}$/.test(answer)) throw new CliError('An SDKAppID has digits only.', NO_KEY)
  return Number(answer)
}

async function ask(prompt: string, silent = false): Promise<string> {
  // When the input ends, with Ctrl+D for example, nothing is told but that there is nothing left to do.
  let end: () => void = () => {}
  const ended = new Promise<never>((_, reject) => {
    end = reject
  })
  process.once('beforeExit', end)
  try {
    const answer = (await Promise.race([read({ prompt, silent, output: process.stderr }), ended])).trim()
    if (silent) note('')
    if (answer !== '') return answer
  } catch {
    note('')
  } finally {
    process.off('beforeExit', end)
  }
  throw new CliError('Nothing was entered.', NO_KEY)
}
