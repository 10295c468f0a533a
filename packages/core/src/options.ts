import { UserSigError } from './errors.ts'
import { MAX_EXPIRE, MAX_SDK_APP_ID, MAX_UNIX_SECONDS } from './limits.ts'
import { kindOf, show } from './show.ts'
import { encodeUtf8, isWellFormed } from './steps/text.ts'

/** A moment: a `Date`, or whole Unix seconds. */
export type Moment = Date | number

/** @throws TypeError when options are not an object, or hold a name that is not known */
export function checkOptionNames(options: object, known: ReadonlySet<string>, where: string): void {
  if (typeof options !== 'object' || options === null || Array.isArray(options)) {
    throw new TypeError(`${where} takes an options object, but got ${show(options)}`)
  }
  for (const name in options) {
    if (!known.has(name)) {
      throw new TypeError(`${where} has no option ${show(name)}: there are ${[...known].join(', ')}`)
    }
  }
}

/**
 * The SDKAppID, if it can be one.
 *
 * @param sdkAppId an integer from 1 to 4294967295
 * @throws UserSigError `invalid_sdk_app_id`
 * @example
 * ```ts
 * checkSdkAppId(1400000000) // 1400000000
 * ```
 */
export function checkSdkAppId(sdkAppId: number): number {
  if (typeof sdkAppId === 'string') {
    // Any other string may be the key, in the wrong place.
    const shown = /^\d{1,10}$/.test(sdkAppId) ? `the string ${show(sdkAppId)}` : 'a string'
    throw new UserSigError('invalid_sdk_app_id', `sdkAppId is ${shown}: pass it as a number`)
  }
  if (!Number.isInteger(sdkAppId) || sdkAppId < 1 || sdkAppId > MAX_SDK_APP_ID) {
    throw new UserSigError(
      'invalid_sdk_app_id',
      `sdkAppId is ${show(sdkAppId)}, but must be an integer from 1 to ${MAX_SDK_APP_ID}`,
    )
  }
  return sdkAppId
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
export function readSecretKeys(secretKey: string | readonly string[]): Uint8Array[] {
  const keys: readonly string[] = Array.isArray(secretKey) ? secretKey : [secretKey as string]
  if (keys.length === 0)
    throw new UserSigError('invalid_secret_key', 'secretKey is an empty array: the first key signs')
  return Array.from(keys, (key, index) =>
    readSecretKey(key, Array.isArray(secretKey) ? `secretKey[${index}]` : 'secretKey'),
  )
}

/** What a variable of the environment holds during a rotation. */
const SEVERAL_KEYS = /^[0-9a-f]{64}(?:\s*,\s*[0-9a-f]{64})+$/i

function readSecretKey(key: string, name: string): Uint8Array {
  const fault = (message: string) => new UserSigError('invalid_secret_key', `${name} ${message}`)
  if (typeof key !== 'string') throw fault(`is ${kindOf(key)}, but must be a string`)
  if (key === '') throw fault('is empty')
  if (/^\s*-----BEGIN/.test(key)) {
    throw fault(
      'is a PEM key of the old ECDSA scheme: upgrade the application to HMAC-SHA256 in the Tencent console, and use the key that it then shows',
    )
  }
  if (SEVERAL_KEYS.test(key)) throw fault('holds several keys with commas between them: pass an array of them')
  if (key.trim() !== key) throw fault('begins or ends with white space: copy the key without it')
  if (!isWellFormed(key)) throw fault('is not well-formed Unicode')
  return encodeUtf8(key)
}

/**
 * The lifetime, if it can be one.
 *
 * @param expire a duration in seconds, from 1 to 1 576 800 000 (50 years)
 * @throws UserSigError `invalid_expire`; the message says where it looks like milliseconds or a point in time
 * @example
 * ```ts
 * checkExpire(86_400) // 86400
 * ```
 */
export function checkExpire(expire: number): number {
  if (Number.isInteger(expire) && expire >= 1 && expire <= MAX_EXPIRE) return expire
  throw new UserSigError('invalid_expire', `expire is ${show(expire)}, but must be an integer ${explainExpire(expire)}`)
}

function explainExpire(expire: unknown): string {
  const range = `from 1 to ${MAX_EXPIRE} (50 years)`
  if (!Number.isFinite(expire) || (expire as number) <= MAX_EXPIRE) return `number of seconds ${range}`
  if ((expire as number) < 1e10)
    return `number of seconds ${range}: it is a duration, and this looks like a point in time`
  return `number of seconds ${range}: this looks like milliseconds, divide by 1000`
}

/**
 * Unix seconds of a moment.
 * @throws UserSigError `invalid_time`
 */
export function toUnixSeconds(moment: Moment, name: string): number {
  if (typeof moment === 'number') {
    if (Number.isInteger(moment) && moment >= 0 && moment <= MAX_UNIX_SECONDS) return moment
    const guess =
      moment > MAX_UNIX_SECONDS && moment < Number.POSITIVE_INFINITY
        ? ': this looks like milliseconds, divide by 1000'
        : ''
    throw new UserSigError(
      'invalid_time',
      `${name} is ${show(moment)}, but must be a Date or whole Unix seconds${guess}`,
    )
  }
  const time = moment instanceof Date ? moment.getTime() : Number.NaN
  if (!(time >= 0 && time <= MAX_UNIX_SECONDS * 1000)) {
    throw new UserSigError(
      'invalid_time',
      `${name} is ${moment instanceof Date ? 'a Date out of range' : show(moment)}`,
    )
  }
  return Math.floor(time / 1000)
}

/** Whole seconds of the system's clock. */
export function systemClock(): number {
  return Math.floor(Date.now() / 1000)
}
