import { UserSigError } from '../errors.ts'
import { MAX_SDK_APP_ID, MAX_SECRET_KEY_LENGTH } from '../limits.ts'
import { kindOf, show } from '../show.ts'
import { encodeUtf8, isWellFormed } from '../wire/text.ts'

const DIGITS = /^[1-9][0-9]{0,9}$/

/**
 * The SDKAppID, if it can be one.
 *
 * @param sdkAppId an integer from 1 to 4294967295, or its decimal digits as text, as environments hold them
 * @throws UserSigError `invalid_sdk_app_id`
 * @example
 * ```ts
 * checkSdkAppId('1400000000') // 1400000000
 * ```
 */
export function checkSdkAppId(sdkAppId: unknown): number {
  const value = typeof sdkAppId === 'string' && DIGITS.test(sdkAppId) ? Number(sdkAppId) : sdkAppId
  if (typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= MAX_SDK_APP_ID) return value
  throw new UserSigError(
    'invalid_sdk_app_id',
    `sdkAppId is ${showSdkAppId(sdkAppId)}, but must be an integer from 1 to ${MAX_SDK_APP_ID}${adviceFor(sdkAppId)}`,
  )
}

/** Text that is long may be the key, in the wrong place. */
function showSdkAppId(sdkAppId: unknown): string {
  return typeof sdkAppId === 'string' && sdkAppId.length > 16 ? 'a long text' : show(sdkAppId)
}

function adviceFor(sdkAppId: unknown): string {
  if (sdkAppId === undefined || sdkAppId === '') {
    return ': set the environment variable USERSIG_SDKAPPID, for example in .env, and pass its value'
  }
  return typeof sdkAppId === 'string' ? ', as a number or in its decimal digits alone' : ''
}

/**
 * The keys of a signer as bytes, the signing one first.
 *
 * @param secretKey the SDKSecretKey as its text stands in the console, or several
 * @throws UserSigError `invalid_secret_key`
 * @example
 * ```ts
 * readSecretKeys(['the new key', 'the old key']).length // 2
 * ```
 */
export function readSecretKeys(secretKey: unknown): Uint8Array[] {
  if (!Array.isArray(secretKey)) return [readSecretKey(secretKey, 'secretKey')]
  if (secretKey.length === 0) throw invalidKey('secretKey is an empty array: the first key signs')
  return Array.from(secretKey, (key, index) => readSecretKey(key, `secretKey[${index}]`))
}

/** What a variable of the environment holds during a rotation. */
const SEVERAL_KEYS = /^[0-9a-f]{64}(?:\s*,\s*[0-9a-f]{64})+$/i

function readSecretKey(key: unknown, name: string): Uint8Array {
  if (key === undefined || key === '')
    throw invalidKey(`${name} is ${key === '' ? 'empty' : 'undefined'}: ${HOW_TO_SET}`)
  if (typeof key !== 'string') throw invalidKey(`${name} is ${kindOf(key)}, but must be a string`)
  if (key.length > MAX_SECRET_KEY_LENGTH) {
    throw invalidKey(`${name} has ${key.length} characters, but at most ${MAX_SECRET_KEY_LENGTH} are allowed`)
  }
  if (/^\s*-----BEGIN/.test(key)) {
    throw invalidKey(
      `${name} is a PEM key of the old ECDSA scheme: upgrade the application to HMAC-SHA256 in the Tencent console, and use the key that it then shows`,
    )
  }
  if (SEVERAL_KEYS.test(key)) {
    throw invalidKey(`${name} holds several keys with commas between them: pass an array of them`)
  }
  if (key.trim() !== key) throw invalidKey(`${name} begins or ends with white space: copy the key without it`)
  if (!isWellFormed(key)) throw invalidKey(`${name} is not well-formed Unicode`)
  return encodeUtf8(key)
}

const HOW_TO_SET =
  'set the environment variable USERSIG_SECRETKEY to the SDKSecretKey of your application, in .env or in the settings of your platform, and pass its value'

function invalidKey(message: string): UserSigError {
  return new UserSigError('invalid_secret_key', message)
}
