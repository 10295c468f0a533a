import type { PrivateMapKeyClaims, RoomId, UserSigClaims } from './claims.ts'
import { UserSigError } from './errors.ts'
import { type IssuedCredentials, toIssued } from './issued.ts'
import { MAX_UNIX_SECONDS, MAX_USER_BUF_BYTES } from './limits.ts'
import {
  checkExpire,
  checkOptionNames,
  checkSdkAppId,
  type Moment,
  readSecretKeys,
  systemClock,
  toUnixSeconds,
} from './options.ts'
import { type Privileges, toPrivilegeMap } from './privileges.ts'
import { readTicket } from './read.ts'
import { checkRoom, type StrRoomIdRule } from './room.ts'
import { kindOf, show } from './show.ts'
import { assembleTicket, contentToSign, createFrame, encodeUserBuf, signedBytes } from './sign.ts'
import type { TicketDocument } from './steps/document.ts'
import { createMac, equalMacs, MAC_BYTES, type Mac } from './steps/hmac.ts'
import { encodeRoomRecord } from './steps/room-record.ts'
import type { Compression } from './steps/zlib.ts'
import { checkUserId, type UserIdRule } from './user-id.ts'
import {
  checkPrivateMapKey,
  checkUserSig,
  checkVerifyPrivateMapKeyOptions,
  checkVerifyUserSigOptions,
  type VerifyPrivateMapKeyOptions,
  type VerifyUserSigOptions,
} from './verify.ts'

/** What a signer needs to know. */
export interface UserSignerOptions {
  /** SDKAppID of the application: an integer from 1 to 4294967295. */
  sdkAppId: number
  /** SDKSecretKey of the same application; or several of them during a rotation: the first signs, every one verifies. */
  secretKey: string | readonly string[]
  /**
   * How long tickets are valid unless a call says otherwise, in seconds, from 1 to 1 576 800 000 (50 years).
   * @defaultValue 604800, a week
   */
  expire?: number
  /**
   * `none` writes stored blocks, as the official Go library does: fast, about a third longer. `deflate` compresses.
   * @defaultValue 'none'
   */
  compression?: Compression
  /** Which UserIDs are signed. @defaultValue 'chat' */
  userIdRule?: UserIdRule
  /** Which string rooms are signed. @defaultValue 'documented' */
  strRoomIdRule?: StrRoomIdRule
  /** The clock, as a `Date` or Unix seconds. @defaultValue the clock of the system */
  now?: () => Moment
}

/** How one ticket is signed. */
export interface SignOptions {
  /** How long the ticket is valid, in seconds, from 1 to 1 576 800 000. @defaultValue the signer's `expire` */
  expire?: number
  /** The moment of issue, as a `Date` or Unix seconds. @defaultValue the signer's clock */
  now?: Moment
}

/** How one UserSig is signed. */
export interface UserSigOptions extends SignOptions {
  /** A user buffer to sign along, 1 to 1024 bytes. For room rights use `genPrivateMapKey`. */
  userBuf?: Uint8Array
}

/** Which room a PrivateMapKey opens: exactly one of `roomId` and `strRoomId`. */
export type RoomOptions = RoomId & {
  /** What the user may do in the room. @defaultValue 'all' */
  privileges?: Privileges
}

/** How one PrivateMapKey is signed. */
export type PrivateMapKeyOptions = SignOptions & RoomOptions

/** How a set of credentials is issued: with a room, it holds a PrivateMapKey too. */
export type IssueOptions = SignOptions & (RoomOptions | { roomId?: never; strRoomId?: never; privileges?: never })

/** Signs and verifies the tickets of one application. Its methods need no `this`. */
export interface UserSigner {
  readonly sdkAppId: number
  /**
   * Signs a UserSig, the ticket with which a user logs in.
   *
   * @param userId the UserID, which must come from your own authentication
   * @returns the ticket as it goes into `login`
   * @throws UserSigError `invalid_user_id`, `invalid_expire`, `invalid_time`, `invalid_user_buf`
   * @example
   * ```ts
   * const userSig = signer.genUserSig('alice', { expire: 86400 })
   * ```
   */
  genUserSig(userId: string, options?: UserSigOptions): string
  /**
   * Signs a PrivateMapKey, the rights of a user in one TRTC room. It does not replace the UserSig.
   *
   * It is verified again when an audience member goes on stage, so a lifetime of minutes can remove the user from the
   * room: give hours, for example 21600, or refresh it before. Source: cloud.tencent.com/document/product/647/32240.
   *
   * @throws UserSigError `invalid_user_id`, `invalid_room`, `invalid_privileges`, `invalid_expire`, `invalid_time`
   * @example
   * ```ts
   * const key = signer.genPrivateMapKey('alice', { strRoomId: 'room-1', privileges: 'audience', expire: 21600 })
   * ```
   */
  genPrivateMapKey(userId: string, options: PrivateMapKeyOptions): string
  /**
   * Signs everything that a client needs to log in, and to enter a room if one is given, as plain JSON.
   *
   * @throws UserSigError as `genUserSig` and `genPrivateMapKey`
   * @example
   * ```ts
   * const { userSig, privateMapKey, expiresAt } = signer.issue('alice', { roomId: 10000, privileges: 'audience' })
   * ```
   */
  issue(userId: string, options?: IssueOptions): IssuedCredentials
  /**
   * Verifies a UserSig: its form, its signature, then SDKAppID, UserID and lifetime, in this order.
   *
   * @throws UserSigError `malformed`, `too_large`, `unsupported_version`, `bad_signature`, `app_mismatch`,
   * `user_mismatch`, `not_yet_valid`, `expired`, `unexpected_user_buf`, `user_buf_mismatch`
   * @example
   * ```ts
   * const { userId } = signer.verifyUserSig(userSig)
   * ```
   */
  verifyUserSig(userSig: string, options?: VerifyUserSigOptions): UserSigClaims
  /**
   * Verifies a PrivateMapKey as `verifyUserSig` does a UserSig, and its room record.
   *
   * @throws UserSigError as `verifyUserSig`, `not_a_private_map_key`, `room_mismatch`
   * @example
   * ```ts
   * const { room } = signer.verifyPrivateMapKey(key, { userId: 'alice', roomId: 10000 })
   * if (room.privileges.includes('sendVideo')) console.log('may send video')
   * ```
   */
  verifyPrivateMapKey(privateMapKey: string, options?: VerifyPrivateMapKeyOptions): PrivateMapKeyClaims
}

const SIGNER_NAMES: ReadonlySet<string> = new Set([
  'sdkAppId',
  'secretKey',
  'expire',
  'compression',
  'userIdRule',
  'strRoomIdRule',
  'now',
])
const SIGN_NAMES = ['expire', 'now']
const USER_SIG_NAMES: ReadonlySet<string> = new Set([...SIGN_NAMES, 'userBuf'])
const ROOM_NAMES: ReadonlySet<string> = new Set([...SIGN_NAMES, 'roomId', 'strRoomId', 'privileges'])

const DEFAULT_EXPIRE = 604_800

/**
 * Creates the signer of one application. Create it once and keep it: the key is prepared here.
 *
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @throws TypeError for an unknown option, or one of the wrong kind
 * @example
 * ```ts
 * const signer = createUserSigner({ sdkAppId: 1400000000, secretKey: process.env.USERSIG_SECRETKEY })
 * const userSig = signer.genUserSig('alice')
 * ```
 */
export function createUserSigner(options: UserSignerOptions): UserSigner {
  checkOptionNames(options, SIGNER_NAMES, 'createUserSigner')
  const sdkAppId = checkSdkAppId(options.sdkAppId)
  const [mac, ...previousMacs] = readSecretKeys(options.secretKey).map(createMac) as [Mac, ...Mac[]]
  const defaultExpire = checkExpire(options.expire ?? DEFAULT_EXPIRE)
  const compression = oneOf(options.compression ?? 'none', ['none', 'deflate'], 'compression')
  const strRoomIdRule = oneOf(options.strRoomIdRule ?? 'documented', ['documented', 'any'], 'strRoomIdRule')
  const userIdRule = options.userIdRule ?? 'chat'
  if (typeof userIdRule !== 'function') oneOf(userIdRule, ['chat', 'trtc'], 'userIdRule')
  const clock = readClock(options.now)
  const computed = new Uint8Array(MAC_BYTES)

  let frame = createFrame({ sdkAppId, issuedAt: 0, expire: defaultExpire })

  function sign(userId: string, issuedAt: number, expire: number, userBuf: Uint8Array | undefined): string {
    if (frame.issuedAt !== issuedAt || frame.expire !== expire) frame = createFrame({ sdkAppId, issuedAt, expire })
    const fields = { userId, frame, userBuf }
    mac(contentToSign(fields), computed)
    return assembleTicket(fields, computed, compression)
  }

  function lifetime(options: SignOptions): { issuedAt: number; expire: number } {
    return {
      issuedAt: options.now === undefined ? clock() : toUnixSeconds(options.now, 'now'),
      expire: options.expire === undefined ? defaultExpire : checkExpire(options.expire),
    }
  }

  function signRoom(userId: string, options: PrivateMapKeyOptions, issuedAt: number, expire: number): string {
    const room = checkRoom(options, strRoomIdRule)
    const expiresAt = issuedAt + expire
    if (expiresAt > MAX_UNIX_SECONDS) {
      throw new UserSigError(
        'invalid_expire',
        'expire reaches beyond the year 2106, the last that a room record can hold',
      )
    }
    const record = encodeRoomRecord({
      userId,
      sdkAppId,
      roomId: room.roomId ?? 0,
      strRoomId: room.strRoomId,
      expiresAt,
      privilegeMap: toPrivilegeMap(options.privileges ?? 'all'),
      accountType: 0,
    })
    return sign(userId, issuedAt, expire, encodeUserBuf(record))
  }

  function genUserSig(userId: string, options?: UserSigOptions): string {
    checkUserId(userId, userIdRule)
    if (options === undefined) {
      return sign(userId, clock(), defaultExpire, undefined)
    }
    checkOptionNames(options, USER_SIG_NAMES, 'genUserSig')
    const { issuedAt, expire } = lifetime(options)
    const userBuf = options.userBuf === undefined ? undefined : encodeUserBuf(checkUserBuf(options.userBuf))
    return sign(userId, issuedAt, expire, userBuf)
  }

  function genPrivateMapKey(userId: string, options: PrivateMapKeyOptions): string {
    checkUserId(userId, userIdRule)
    checkOptionNames(options, ROOM_NAMES, 'genPrivateMapKey')
    const { issuedAt, expire } = lifetime(options)
    return signRoom(userId, options, issuedAt, expire)
  }

  function issue(userId: string, options: IssueOptions = {}): IssuedCredentials {
    checkUserId(userId, userIdRule)
    checkOptionNames(options, ROOM_NAMES, 'issue')
    const { issuedAt, expire } = lifetime(options)
    const privateMapKey = asksForRoom(options) ? signRoom(userId, options, issuedAt, expire) : undefined
    const userSig = sign(userId, issuedAt, expire, undefined)
    return toIssued({ sdkAppId, userId, userSig, issuedAt, expire }, privateMapKey, options)
  }

  /** @throws UserSigError `malformed`, `too_large`, `unsupported_version`, `bad_signature` */
  function readSigned(userSig: string): TicketDocument {
    const { fields } = readTicket(userSig)
    const content = signedBytes(fields)
    mac(content, computed)
    if (equalMacs(computed, fields.signature)) return fields
    for (const previous of previousMacs) {
      previous(content, computed)
      if (equalMacs(computed, fields.signature)) return fields
    }
    throw new UserSigError('bad_signature', 'the signature of the ticket does not fit')
  }

  function expected(options: { now?: Moment }): { sdkAppId: number; now: number } {
    return { sdkAppId, now: options.now === undefined ? clock() : toUnixSeconds(options.now, 'now') }
  }

  function verifyUserSig(userSig: string, options: VerifyUserSigOptions = {}): UserSigClaims {
    checkVerifyUserSigOptions(options)
    return checkUserSig(readSigned(userSig), expected(options), options)
  }

  function verifyPrivateMapKey(privateMapKey: string, options: VerifyPrivateMapKeyOptions = {}): PrivateMapKeyClaims {
    checkVerifyPrivateMapKeyOptions(options)
    return checkPrivateMapKey(readSigned(privateMapKey), expected(options), options)
  }

  return Object.freeze({ sdkAppId, genUserSig, genPrivateMapKey, issue, verifyUserSig, verifyPrivateMapKey })
}

function oneOf<T extends string>(value: T, allowed: readonly T[], name: string): T {
  if (allowed.includes(value)) return value
  throw new TypeError(`${name} is ${show(value)}, but must be one of ${allowed.map((each) => show(each)).join(', ')}`)
}

function readClock(now: (() => Moment) | undefined): () => number {
  if (now === undefined) return systemClock
  if (typeof now !== 'function') {
    throw new TypeError(`now is ${show(now)}, but must be a function here: a signer lives longer than a moment`)
  }
  return () => toUnixSeconds(now(), 'now()')
}

function checkUserBuf(userBuf: Uint8Array): Uint8Array {
  if (!(userBuf instanceof Uint8Array)) {
    throw new UserSigError('invalid_user_buf', `userBuf is ${kindOf(userBuf)}, but must be a Uint8Array`)
  }
  if (userBuf.length < 1 || userBuf.length > MAX_USER_BUF_BYTES) {
    throw new UserSigError(
      'invalid_user_buf',
      `userBuf has ${userBuf.length} bytes, but must have 1 to ${MAX_USER_BUF_BYTES}`,
    )
  }
  return userBuf
}

/** Privileges without a room ask for one too, so that the missing room is an error. */
function asksForRoom(options: IssueOptions): options is SignOptions & RoomOptions {
  return options.roomId !== undefined || options.strRoomId !== undefined || options.privileges !== undefined
}
