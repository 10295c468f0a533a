import { readFileSync } from 'node:fs'
import { parseEnv } from 'node:util'
import type { AppKey } from '@usersig/core/doctor'
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
  let text: string
  try {
    text = readFileSync(path, 'utf8').replace(/^\ufeff/, '')
  } catch (error) {
    throw new CliError(`The key file ${path} cannot be read: ${(error as NodeJS.ErrnoException).code}.`)
  }
  if (/^\s*[[{]/.test(text)) return readJson(text, path)
  if (/^\s*(export\s+)?\w+\s*=/m.test(text)) return readEnvironment(parseEnv(text), path)
  const keys = text.split(/\r?\n/).filter((line) => line !== '')
  if (keys.length === 0) throw new CliError(`The key file ${path} is empty.`)
  return [{ sdkAppId: undefined, secretKey: keys }]
}

function readJson(text: string, path: string): FoundKey[] {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw new CliError(`The key file ${path} begins like JSON, but is none.`)
  }
  const entries = (Array.isArray(json) ? json : [json]) as Partial<AppKey>[]
  return entries.map((entry, index) => {
    const { sdkAppId, secretKey } = entry ?? {}
    if (secretKey === undefined) throw new CliError(`Entry ${index + 1} of the key file ${path} has no secretKey.`)
    return { sdkAppId, secretKey }
  })
}

/** Keys of variables as `@usersig/node` names them. */
export function readEnvironment(env: NodeJS.Dict<string>, where = 'the environment'): FoundKey[] {
  const { USERSIG_SDKAPPID: id, USERSIG_SECRETKEY: key, USERSIG_SECRETKEY_FILE: file } = env
  const sdkAppId = id ? Number(id) : undefined
  if (sdkAppId !== undefined && !Number.isInteger(sdkAppId)) {
    throw new CliError(`USERSIG_SDKAPPID in ${where} is not a number.`)
  }
  if (key) return [{ sdkAppId, secretKey: key.split(',').map((each) => each.trim()) }]
  if (file) return readKeyFile(file).map((found) => ({ ...found, sdkAppId: found.sdkAppId ?? sdkAppId }))
  return sdkAppId === undefined ? [] : [{ sdkAppId, secretKey: [] }]
}
