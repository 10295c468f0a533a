import type { AppKey } from '@usersig/doctor'
import { CliError } from '../exit.ts'
import { err, note } from '../output/terminal.ts'
import { language, words } from '../words/index.ts'
import { type FoundKey, readEnvironment, readKeyFile } from './key-file.ts'
import { readSdkAppId } from './numbers.ts'
import { SAMPLE } from './sample.ts'

/** Options of every command that needs a key. */
export interface KeyOptions {
  readonly sdkappid?: number
  readonly keyFile?: string
  readonly secretKey?: string
}

/** All keys at hand, for finding out which of them signed: none is an answer, too. */
export function findKeys(options: KeyOptions): AppKey[] {
  return findAll(options).flatMap(({ sdkAppId, secretKey }) => {
    if (secretKey.length === 0) return []
    if (sdkAppId === undefined) throw new CliError(words.keys.keyWithoutId, words.keys.addId)
    return [{ sdkAppId, secretKey }]
  })
}

/** The one key to sign or verify with; asked for where somebody sits at a terminal. */
export async function needKey(options: KeyOptions): Promise<AppKey> {
  const { noKeyHint } = words.keys
  const all = findAll(options)
  const fitting = all.filter(({ sdkAppId }) => options.sdkappid === undefined || sdkAppId === options.sdkappid)
  const ids = [...new Set(fitting.map(({ sdkAppId }) => sdkAppId))]
  if (ids.length > 1) throw new CliError(words.keys.several(ids.join(', ')), words.keys.choose)
  if (all.length > 0 && fitting.length === 0) throw new CliError(words.keys.notOf(Number(options.sdkappid)), noKeyHint)
  const canAsk = process.stdin.isTTY && process.stderr.isTTY
  const sdkAppId = ids[0] ?? options.sdkappid ?? (canAsk ? await askSdkAppId() : undefined)
  if (sdkAppId === undefined) throw new CliError(words.keys.noId, noKeyHint)
  const keys = fitting.flatMap(({ secretKey }) => secretKey)
  if (keys.length === 0) {
    if (!canAsk) throw new CliError(words.keys.noKey, noKeyHint)
    keys.push(await ask(words.keys.askKey, true))
  }
  await noteDoubts(sdkAppId, keys)
  const [only, ...more] = keys
  return { sdkAppId, secretKey: only !== undefined && more.length === 0 ? only : keys }
}

/** A key that was copied in part, or with its label, signs as well as any other, and no ticket of it works. */
async function noteDoubts(sdkAppId: number, keys: readonly string[]): Promise<void> {
  const isSample = (key: string) => key === SAMPLE.secretKey && sdkAppId !== SAMPLE.sdkAppId
  if (keys.every((key) => /^[0-9a-f]{64}$/.test(key) && !isSample(key))) return
  const { diagnose } = await import('@usersig/doctor')
  for (const secretKey of keys) {
    const { findings } = diagnose('-', { keys: [{ sdkAppId, secretKey }], language })
    for (const { code, message, action } of findings) {
      if (!code.startsWith('key_') || code === 'key_fine') continue
      note(err.yellow(message))
      if (action !== '') note(err.dim(action))
    }
  }
}

function findAll({ sdkappid, keyFile, secretKey }: KeyOptions): FoundKey[] {
  if (secretKey === undefined && keyFile === undefined) return withId(readEnvironment(process.env), sdkappid)
  const [outside] = readEnvironment({ USERSIG_SDKAPPID: process.env['USERSIG_SDKAPPID'] })
  const id = sdkappid ?? outside?.sdkAppId
  if (secretKey === undefined) return withId(readKeyFile(keyFile as string), id)
  note(err.yellow(words.keys.inHistory))
  note(err.dim(words.keys.useOther))
  return withId([{ sdkAppId: undefined, secretKey: [secretKey] }], id)
}

function withId(found: readonly FoundKey[], id: number | undefined): FoundKey[] {
  return found.map((key) => ({ ...key, sdkAppId: key.sdkAppId ?? id }))
}

async function askSdkAppId(): Promise<number> {
  const read = readSdkAppId(await ask('SDKAppID: '))
  if ('id' in read) return read.id
  throw new CliError(read.fault, words.keys.noKeyHint)
}

/** What somebody types at the terminal; an error where nothing comes. */
export async function ask(prompt: string, silent = false): Promise<string> {
  const { read } = await import('read')
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
  throw new CliError(words.keys.nothingEntered, words.keys.noKeyHint)
}
