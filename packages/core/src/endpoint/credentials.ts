import { UserSigError } from '../errors.ts'
import { MAX_SDK_APP_ID } from '../limits.ts'
import { nearestName } from '../options/nearest.ts'
import { ownValue } from '../options/own-options.ts'
import type { OptionTable } from '../options/read-options.ts'
import { readOptions } from '../options/read-options.ts'
import { kindOf } from '../show.ts'
import { createUserSigner } from '../signing/create-user-signer.ts'
import type { UserSigner } from '../signing/types.ts'

/** The key of one application. The error names a value that is `undefined`, such as an unset variable. */
export interface Credentials {
  /** SDKAppID of the application: a number from 1 to 4294967295, or its decimal digits as text. */
  readonly sdkAppId: number | string | undefined
  /** SDKSecretKey of the same application; during a rotation several: the first signs, every one verifies. */
  readonly secretKey: string | readonly string[] | undefined
}

// createUserSigner() says what is wrong with a value; here it is about the names.
const asItIs = (value: unknown) => value

const CREDENTIALS: OptionTable<Credentials> = { sdkAppId: asItIs, secretKey: asItIs }

/** How many applications a function may name before the first one is forgotten. */
const MAX_KEPT = 100

/**
 * The signer for credentials.
 *
 * @throws TypeError for what is not a pair of SDKAppID and key, with the line to write
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`
 */
export function signerOf(credentials: unknown): UserSigner {
  if (typeof credentials !== 'object' || credentials === null) {
    throw new TypeError(`credentials is ${kindOf(credentials)}, but must be { sdkAppId, secretKey }`)
  }
  const { sdkAppId, secretKey } = readOptions<Credentials>(credentials, CREDENTIALS, 'credentials')
  if (secretKey === undefined) {
    throw new TypeError(
      missing(
        'credentials.secretKey',
        'tickets are signed with the SDKSecretKey of your application, so set USERSIG_SECRETKEY',
        'credentials: { sdkAppId: process.env.USERSIG_SDKAPPID, secretKey: process.env.USERSIG_SECRETKEY }',
      ),
    )
  }
  return createUserSigner({ sdkAppId: sdkAppId as number | string, secretKey })
}

/** Keeps the signers of credentials that are asked for again and again, since to prepare a key takes longer than to sign. */
export function createSignerMemory(): (credentials: Credentials) => UserSigner {
  const kept = new Map<unknown, { readonly secretKey: unknown; readonly signer: UserSigner }>()
  return (credentials) => {
    const { sdkAppId, secretKey } = credentials ?? {}
    const known = kept.get(sdkAppId)
    if (known && isSameKey(known.secretKey, secretKey)) return known.signer
    const signer = signerOf(credentials)
    kept.delete(sdkAppId)
    kept.set(sdkAppId, { secretKey: Array.isArray(secretKey) ? [...secretKey] : secretKey, signer })
    if (kept.size > MAX_KEPT) kept.delete(kept.keys().next().value)
    return signer
  }
}

function isSameKey(a: unknown, b: unknown): boolean {
  if (!Array.isArray(a) || !Array.isArray(b)) return a === b
  return a.length === b.length && a.every((key, i) => key === b[i])
}

/** Where a platform keeps its environment: `process.env`, the `env` of a Worker. */
export type Environment = Readonly<Record<string, unknown>>

const CODE_OF = { USERSIG_SDKAPPID: 'invalid_sdk_app_id', USERSIG_SECRETKEY: 'invalid_secret_key' } as const
const NAMES = ['USERSIG_SDKAPPID', 'USERSIG_SECRETKEY'] as const
const KNOWN = new Set<string>([...NAMES, 'USERSIG_SECRETKEY_FILE'])

/**
 * Credentials from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY`; several keys stand with commas between them.
 *
 * A key of another form than the console shows is warned of once, as every login with its tickets will fail.
 *
 * @param environment where the variables are
 * @param howToSet how a variable is set on this platform, as a sentence
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, which name the variable and never hold its value
 */
export function credentialsFrom(
  environment: Environment | undefined,
  howToSet: string,
): { sdkAppId: number; secretKey: string | string[] } {
  const read = (name: keyof typeof CODE_OF) => {
    const value = ownValue(environment, name)
    if (value === undefined || value === null || value === '') return undefined
    if (typeof value === 'string' || typeof value === 'number') return String(value)
    const advice = 'pass credentials as a function that returns { sdkAppId, secretKey }'
    throw new UserSigError(CODE_OF[name], `${name} is ${kindOf(value)}, but must be a text: ${advice}`)
  }
  const sdkAppId = read('USERSIG_SDKAPPID')
  const secretKey = read('USERSIG_SECRETKEY')
  const notSet = (name: keyof typeof CODE_OF) => {
    const near = nearVariable(environment, name)
    const hint = near === undefined ? '.' : `, but ${near} is: did you mean ${name}?`
    return new UserSigError(CODE_OF[name], `${name} is not set${hint} ${howToSet}`)
  }
  if (sdkAppId === undefined && secretKey === undefined) {
    if (NAMES.some((name) => nearVariable(environment, name) !== undefined)) throw notSet(NAMES[0])
    throw new UserSigError(
      'invalid_secret_key',
      `there is no key: pass credentials, or set USERSIG_SDKAPPID and USERSIG_SECRETKEY. ${howToSet}`,
    )
  }
  if (sdkAppId === undefined) throw notSet('USERSIG_SDKAPPID')
  if (secretKey === undefined) throw notSet('USERSIG_SECRETKEY')
  if (/^\d{11,20}$/.test(sdkAppId)) {
    throw new UserSigError('invalid_sdk_app_id', `USERSIG_SDKAPPID is too large: it is at most ${MAX_SDK_APP_ID}`)
  }
  if (!/^\d{1,10}$/.test(sdkAppId)) {
    throw new UserSigError('invalid_sdk_app_id', 'USERSIG_SDKAPPID is not a number: write its digits only')
  }
  const keys = secretKey.split(',')
  noteDoubtfulKeys(keys)
  return { sdkAppId: Number(sdkAppId), secretKey: keys.length === 1 ? secretKey : keys }
}

/** A variable that is set and was probably meant for the one that is not. */
function nearVariable(environment: Environment | undefined, wanted: string): string | undefined {
  const isNear = (name: string) => !KNOWN.has(name) && nearestName(name, [wanted]) === wanted
  return namesIn(environment).find((name) => isNear(name) && typeof ownValue(environment, name) === 'string')
}

/** Deno lets a program read some variables, and not list them. */
function namesIn(environment: Environment | undefined): string[] {
  try {
    return Object.keys(environment ?? {}).filter((name) => /sdk|user_?sig|secret_?key/i.test(name))
  } catch {
    return []
  }
}

/**
 * Why keys cannot be SDKSecretKeys, although they sign; `undefined` where they may be. Tencent's console shows keys of one
 * form alone.
 *
 * @param name what to call them: no key is in the sentence
 */
export function whyDoubtful(keys: readonly string[], name: string): string | undefined {
  if (keys.every((key) => /^[0-9a-f]{64}$/.test(key.trim()))) return undefined
  return (
    `${name} is not as the console shows an SDKSecretKey, which has 64 lower-case hexadecimal digits. ` +
    'Tencent refuses the tickets of another key (70009). Copy it anew, without quotes and spaces.'
  )
}

let isNoted = false

function noteDoubtfulKeys(keys: readonly string[]): void {
  const doubt = isNoted ? undefined : whyDoubtful(keys, 'USERSIG_SECRETKEY')
  if (doubt === undefined) return
  isNoted = true
  console.warn(`usersig: ${doubt}`)
}

/** The text for an option that is not there, with the line to add. */
export function missing(name: string, reason: string, line: string): string {
  return `${name} is missing: ${reason}. Add it to the options:\n\n  ${line},\n`
}
