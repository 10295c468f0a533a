import { callback, oneOf } from '../options/option-checks.ts'
import type { OptionCheck, OptionTable } from '../options/read-options.ts'
import { checkSdkAppId, readSecretKeys } from '../rules/application.ts'
import type { StrRoomIdRule } from '../rules/room.ts'
import { checkExpire, type Moment, systemClock, toUnixSeconds } from '../rules/time.ts'
import type { UserIdRule } from '../rules/user-id.ts'
import { show } from '../show.ts'
import type { RemoteMac } from './types.ts'

/** What holds for all tickets of a signer, with every default filled in. */
export interface Settings {
  readonly sdkAppId: number
  readonly expire: number
  readonly userIdRule: UserIdRule
  readonly strRoomIdRule: StrRoomIdRule
  /** Whole Unix seconds. */
  readonly clock: () => number
}

/** The options of `createUserSigner`, checked one by one. */
export interface SignerOptions {
  readonly sdkAppId?: number
  /** The keys as bytes. */
  readonly secretKey?: readonly Uint8Array[]
  readonly mac?: readonly RemoteMac[]
  readonly expire?: number
  readonly userIdRule?: UserIdRule
  readonly strRoomIdRule?: StrRoomIdRule
  readonly now?: () => Moment
}

const checkRule = oneOf(['chat', 'trtc'])

const checkClock: OptionCheck = (now) => {
  if (typeof now === 'function') return now
  throw new TypeError(`now is ${show(now)}, but must be a function here: a signer lives longer than a moment`)
}

const checkMacs: OptionCheck = (given) => {
  const macs: unknown = typeof given === 'function' ? [given] : Array.isArray(given) ? [...given] : []
  const list = macs as readonly unknown[]
  if (list.length > 0 && list.every((each) => typeof each === 'function')) return list
  throw new TypeError('mac must be a function that computes HMAC-SHA256, or a list of them')
}

export const SIGNER_OPTIONS: OptionTable<SignerOptions> = {
  sdkAppId: checkSdkAppId,
  secretKey: readSecretKeys,
  mac: checkMacs,
  expire: checkExpire,
  userIdRule: (rule, name) => (typeof rule === 'function' ? callback(rule, name) : checkRule(rule, name)),
  strRoomIdRule: oneOf(['documented', 'any']),
  now: checkClock,
}

const DEFAULT_EXPIRE = 604_800

/** @throws UserSigError `invalid_sdk_app_id` where there is none */
export function toSettings(options: SignerOptions): Settings {
  const { sdkAppId, expire = DEFAULT_EXPIRE, userIdRule = 'chat', strRoomIdRule = 'documented', now } = options
  return {
    sdkAppId: checkSdkAppId(sdkAppId),
    expire,
    userIdRule,
    strRoomIdRule,
    clock: now === undefined ? systemClock : () => toUnixSeconds(now(), 'now()'),
  }
}
