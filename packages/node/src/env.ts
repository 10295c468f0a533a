import { readFileSync } from 'node:fs'
import {
  createUserSigner,
  UserSigError,
  type UserSigErrorCode,
  type UserSigner,
  type UserSignerOptions,
} from '@usersig/core'

/** The environment: `process.env`, or an object like it. */
type Environment = Readonly<Record<string, string | undefined>>

/** What the environment does not say; `expire` is the default where it does not. */
export type EnvSignerOptions = Omit<UserSignerOptions, 'sdkAppId' | 'secretKey' | 'mac'>

const APP_ID = 'USERSIG_SDKAPPID'
const KEY = 'USERSIG_SECRETKEY'
const KEY_FILE = 'USERSIG_SECRETKEY_FILE'
const EXPIRE = 'USERSIG_EXPIRE'

/**
 * Creates a signer from environment variables; empty ones count as not set:
 *
 * - `USERSIG_SDKAPPID`: the SDKAppID.
 * - `USERSIG_SECRETKEY`: the SDKSecretKey. During a rotation several, separated by commas: the first signs, every one
 *   verifies.
 * - `USERSIG_SECRETKEY_FILE`: instead of it, the path of a file with the key, as containers mount secrets. One key a
 *   line; one line break at the end does not count.
 * - `USERSIG_EXPIRE`: how long tickets are valid, in seconds. It overrides `options.expire`.
 *
 * @param options the other options of `createUserSigner`
 * @param env the variables; left out, `process.env`
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`; the message begins with the name of
 *   the variable, and never holds what a key or a file contains
 * @throws TypeError when the options hold the SDKAppID or the key
 * @example
 * ```ts
 * const signer = createUserSignerFromEnv({ userIdRule: 'trtc' })
 * ```
 */
export function createUserSignerFromEnv(options: EnvSignerOptions = {}, env: Environment = process.env): UserSigner {
  for (const name of ['sdkAppId', 'secretKey', 'mac']) {
    if (name in options)
      throw new TypeError(
        `${name} is given, but createUserSignerFromEnv() takes it from ${APP_ID} and ${KEY}: use createUserSigner() instead`,
      )
  }
  const sdkAppId = readNumber(env, APP_ID, 'invalid_sdk_app_id')
  if (sdkAppId === undefined) throw new UserSigError('invalid_sdk_app_id', `${APP_ID} is not set`)
  const expire = readNumber(env, EXPIRE, 'invalid_expire')
  const key = readKeys(env)
  const names: Partial<Record<UserSigErrorCode, string>> = {
    invalid_sdk_app_id: APP_ID,
    invalid_secret_key: key.name,
    ...(expire !== undefined && { invalid_expire: EXPIRE }),
  }
  try {
    return createUserSigner({ ...options, ...(expire !== undefined && { expire }), sdkAppId, secretKey: key.keys })
  } catch (error) {
    const name = error instanceof UserSigError ? names[error.code] : undefined
    if (name === undefined) throw error
    const { code, message } = error as UserSigError
    throw new UserSigError(code, `${name}: ${message}`)
  }
}

function read(env: Environment, name: string): string | undefined {
  return env[name] || undefined
}

/** The value is not repeated in errors: it may be a key that went into the wrong variable. */
function readNumber(env: Environment, name: string, code: UserSigErrorCode): number | undefined {
  const text = read(env, name)
  if (text === undefined) return undefined
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw new UserSigError(code, `${name} is not a whole number: write digits only`)
}

/** The keys, and where they were found. */
function readKeys(env: Environment): { name: string; keys: string | string[] } {
  const fault = (message: string, options?: ErrorOptions) => new UserSigError('invalid_secret_key', message, options)
  const text = read(env, KEY)
  const path = read(env, KEY_FILE)
  if (text !== undefined && path !== undefined) throw fault(`${KEY} and ${KEY_FILE} are both set: choose one`)
  if (text !== undefined) return { name: KEY, keys: oneOrMore(text.split(',')) }
  if (path === undefined) throw fault(`${KEY} is not set, nor is ${KEY_FILE}`)
  return { name: `${KEY_FILE} (${path})`, keys: oneOrMore(readKeyFile(path, fault).split(/\r?\n/)) }
}

function oneOrMore(keys: string[]): string | string[] {
  return keys.length === 1 ? keys.join() : keys
}

function readKeyFile(path: string, fault: (message: string, options?: ErrorOptions) => UserSigError): string {
  if (/^[0-9a-f]{32,}$/i.test(path)) {
    throw fault(`${KEY_FILE} holds what looks like a key, and not the path of a file: put it into ${KEY}`)
  }
  let bytes: Uint8Array
  try {
    bytes = readFileSync(path)
  } catch (error) {
    throw fault(`${KEY_FILE} names ${path}, which cannot be read: ${(error as NodeJS.ErrnoException).code}`, {
      cause: error,
    })
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/\r?\n$/, '')
  } catch {
    throw fault(`${KEY_FILE} names ${path}, which is not a text in UTF-8`)
  }
}
