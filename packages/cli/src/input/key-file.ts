import { readFileSync, statSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { AppKey } from '@usersig/doctor'
import { CliError } from '../exit.ts'
import { err, note } from '../output/terminal.ts'
import { words } from '../words/index.ts'
import { readSdkAppId } from './numbers.ts'

/** What a file or the environment says of keys; the SDKAppID may come from elsewhere. */
export interface FoundKey {
  readonly sdkAppId: number | undefined
  readonly secretKey: AppKey['secretKey']
}

/**
 * Reads keys from a file: JSON (one `{ sdkAppId, secretKey }`, or an array of them), lines of `USERSIG_SDKAPPID=` and
 * `USERSIG_SECRETKEY=`, or the key alone. What the file holds is never repeated.
 */
export function readKeyFile(path: string): FoundKey[] {
  const text = readText(path)
  if (/^\s*[[{]/.test(text)) return readJson(text, path)
  if (!/^\s*(export\s+)?\w+\s*=/m.test(text)) return [{ sdkAppId: undefined, secretKey: readLines(text, path) }]
  const found = readEnvironment(parseEnv(text), words.sdkAppId.theKeyFile(path))
  if (found.every(({ secretKey }) => secretKey.length === 0)) throw new CliError(words.keyFile.notLines(path))
  return found
}

function readText(path: string): string {
  if (/^[0-9a-f]{32,}$/i.test(path)) throw new CliError(words.keyFile.isKey, words.keyFile.isKeyHint)
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
    warnOfReaders(path)
  } catch (error) {
    throw new CliError(words.keyFile.cannotRead(path, String((error as NodeJS.ErrnoException).code)))
  }
  try {
    // Windows PowerShell writes UTF-16 by default.
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new CliError(words.keyFile.notText(path))
  }
}

/** Windows has no such bits. */
function warnOfReaders(path: string): void {
  const stats = statSync(path)
  if (process.platform === 'win32' || !stats.isFile() || (stats.mode & 0o077) === 0) return
  note(err.yellow(words.keys.readable(path)))
  note(err.dim(words.keys.chmod(path)))
}

/** One key a line, the newest first, as `@usersig/node` reads it. */
function readLines(text: string, path: string): string[] {
  const keys = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  if (keys.length === 0) throw new CliError(words.keyFile.empty(path))
  if (keys.some((key) => /^["'`]|["'`]$/.test(key))) {
    throw new CliError(words.keyFile.quotes(path), words.keyFile.withoutQuotes)
  }
  return keys
}

function readJson(text: string, path: string): FoundKey[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new CliError(words.keyFile.notJson(path))
  }
  const entries = (Array.isArray(json) ? json : [json]) as unknown[]
  if (entries.length === 0) throw new CliError(words.keyFile.noEntry(path))
  return entries.map((entry, index) => {
    const { sdkAppId, secretKey, ...others } = (entry ?? {}) as Record<string, unknown>
    const [unknown] = Object.keys(others)
    if (unknown !== undefined) throw new CliError(words.keyFile.unknown(unknown, path), words.keyFile.members)
    const keys = (Array.isArray(secretKey) ? secretKey : [secretKey]) as unknown[]
    if (keys.length === 0 || keys.some((key) => typeof key !== 'string' || key === '')) {
      throw new CliError(words.keyFile.entryWithoutKey(index + 1, path), words.keyFile.entryKeyHint)
    }
    if (sdkAppId === undefined) return { sdkAppId, secretKey: keys as string[] }
    const read = readSdkAppId(typeof sdkAppId === 'number' || typeof sdkAppId === 'string' ? String(sdkAppId) : '')
    if ('fault' in read) throw new CliError(words.keyFile.entryId(index + 1, path), read.fault)
    return { sdkAppId: read.id, secretKey: keys as string[] }
  })
}

/** Keys of variables as `@usersig/node` names them. */
export function readEnvironment(env: NodeJS.Dict<string>, where = words.sdkAppId.environment): FoundKey[] {
  const { USERSIG_SDKAPPID: id, USERSIG_SECRETKEY: key, USERSIG_SECRETKEY_FILE: file } = env
  const read = id ? readSdkAppId(id) : undefined
  if (read && 'fault' in read) throw new CliError(words.sdkAppId.inEnvironment(where), read.fault)
  if (key && file) throw new CliError(words.keyFile.both(where))
  const sdkAppId = read?.id
  if (key) return [{ sdkAppId, secretKey: key.split(',').map((each) => each.trim()) }]
  if (file) return [{ sdkAppId, secretKey: readLines(readText(file), file) }]
  return sdkAppId === undefined ? [] : [{ sdkAppId, secretKey: [] }]
}
