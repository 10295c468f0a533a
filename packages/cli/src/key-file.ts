import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { AppKey } from '@usersig/doctor'
import { CliError } from './exit.ts'

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
  const found = readEnvironment(parseEnv(text), `the key file ${path}`)
  if (found.every(({ secretKey }) => secretKey.length === 0)) {
    throw new CliError(`The key file ${path} has no line USERSIG_SECRETKEY=.`)
  }
  return found
}

function readText(path: string): string {
  if (/^[0-9a-f]{32,}$/i.test(path)) {
    throw new CliError(
      'This looks like a key, where the path of a file is expected.',
      'Put the key into a file that only you can read. It is in the history of your shell now: delete it there.',
    )
  }
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw new CliError(`The key file ${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
  }
  try {
    // Windows PowerShell writes UTF-16 by default.
    const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8'
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    throw new CliError(`The key file ${path} is no text in UTF-8.`)
  }
}

/** One key a line, the newest first, as `@usersig/node` reads it. */
function readLines(text: string, path: string): string[] {
  const keys = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'))
  if (keys.length === 0) throw new CliError(`The key file ${path} is empty.`)
  if (keys.some((key) => /^["'`]|["'`]$/.test(key))) {
    throw new CliError(
      `The key in ${path} is in quotes.`,
      'Write it without them: they would count as part of the key.',
    )
  }
  return keys
}

function readJson(text: string, path: string): FoundKey[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new CliError(`The key file ${path} begins like JSON, but is none.`)
  }
  const entries = (Array.isArray(json) ? json : [json]) as unknown[]
  if (entries.length === 0) throw new CliError(`The key file ${path} holds no key.`)
  return entries.map((entry, index) => {
    const { sdkAppId, secretKey } = (entry ?? {}) as Partial<AppKey>
    const where = `Entry ${index + 1} of the key file ${path}`
    const keys = Array.isArray(secretKey) ? secretKey : [secretKey]
    if (keys.length === 0 || keys.some((key) => typeof key !== 'string' || key === '')) {
      throw new CliError(`${where} has no secretKey.`, 'It must be a text, or an array of texts.')
    }
    if (sdkAppId !== undefined && !Number.isInteger(sdkAppId)) {
      throw new CliError(`${where} has an sdkAppId that is no number.`, 'Write it in digits, without quotes.')
    }
    return { sdkAppId, secretKey: keys as string[] }
  })
}

/** Keys of variables as `@usersig/node` names them. */
export function readEnvironment(env: NodeJS.Dict<string>, where = 'the environment'): FoundKey[] {
  const { USERSIG_SDKAPPID: id, USERSIG_SECRETKEY: key, USERSIG_SECRETKEY_FILE: file } = env
  if (id && !/^\d{1,15}$/.test(id)) throw new CliError(`USERSIG_SDKAPPID in ${where} is not a number.`)
  if (key && file) throw new CliError(`USERSIG_SECRETKEY and USERSIG_SECRETKEY_FILE are both set in ${where}.`)
  const sdkAppId = id ? Number(id) : undefined
  if (key) return [{ sdkAppId, secretKey: key.split(',').map((each) => each.trim()) }]
  if (file) return [{ sdkAppId, secretKey: readLines(readText(file), file) }]
  return sdkAppId === undefined ? [] : [{ sdkAppId, secretKey: [] }]
}
