import type { PrivateMapKeyClaims, RoomClaims, UserSigClaims } from './claims.ts'
import { UserSigError } from './errors.ts'
import { checkOptionNames, type Moment } from './options.ts'
import { readClaims } from './read.ts'
import { show } from './show.ts'
import type { TicketDocument } from './steps/document.ts'
import { isAccountOf } from './steps/room-record.ts'

/** How to verify a ticket. */
export interface VerifyOptions {
  /** The one UserID to accept, case-sensitive. Without it, every UserID passes, and the claims say whose ticket it is. */
  userId?: string
  /** The moment of the check, as a `Date` or Unix seconds. @defaultValue the signer's clock */
  now?: Moment
  /** By how many seconds clocks may differ, 0 to 86400, at both ends of the lifetime. @defaultValue 5 */
  clockTolerance?: number
}

/** How to verify a UserSig. */
export interface VerifyUserSigOptions extends VerifyOptions {
  /**
   * Accept a ticket with a user buffer: `'any'`, or the bytes that it has to hold. Without this option such a ticket is
   * refused, since a PrivateMapKey is no login. Zero bytes also accept a ticket without a buffer.
   */
  userBuf?: 'any' | Uint8Array
}

/** How to verify a PrivateMapKey; without a room, a key for any room passes, and the claims name it. */
export interface VerifyPrivateMapKeyOptions extends VerifyOptions {
  /** The one numeric room to accept. */
  roomId?: number
  /** The one string room to accept. */
  strRoomId?: string
}

const COMMON_NAMES = ['userId', 'now', 'clockTolerance']
const USER_SIG_NAMES: ReadonlySet<string> = new Set([...COMMON_NAMES, 'userBuf'])
const PRIVATE_MAP_KEY_NAMES: ReadonlySet<string> = new Set([...COMMON_NAMES, 'roomId', 'strRoomId'])

const DEFAULT_CLOCK_TOLERANCE = 5
const MAX_CLOCK_TOLERANCE = 86_400

export function checkVerifyUserSigOptions(options: VerifyUserSigOptions): void {
  checkOptionNames(options, USER_SIG_NAMES, 'verifyUserSig')
  checkCommon(options)
  const { userBuf } = options
  if (userBuf !== undefined && userBuf !== 'any' && !(userBuf instanceof Uint8Array)) {
    throw new TypeError(`userBuf is ${show(userBuf)}, but must be "any" or a Uint8Array`)
  }
}

export function checkVerifyPrivateMapKeyOptions(options: VerifyPrivateMapKeyOptions): void {
  checkOptionNames(options, PRIVATE_MAP_KEY_NAMES, 'verifyPrivateMapKey')
  checkCommon(options)
  expectDefined(options, 'roomId', 'number')
  expectDefined(options, 'strRoomId', 'string')
  if (options.roomId !== undefined && options.strRoomId !== undefined) {
    throw new TypeError('both roomId and strRoomId are given: a key opens one room')
  }
}

function checkCommon(options: VerifyOptions): void {
  expectDefined(options, 'userId', 'string')
  checkClockTolerance(options.clockTolerance)
}

/** @throws TypeError */
export function checkClockTolerance(clockTolerance: number | undefined): void {
  if (clockTolerance === undefined) return
  if (!Number.isInteger(clockTolerance) || clockTolerance < 0 || clockTolerance > MAX_CLOCK_TOLERANCE) {
    throw new TypeError(
      `clockTolerance is ${show(clockTolerance)}, but must be whole seconds from 0 to ${MAX_CLOCK_TOLERANCE}`,
    )
  }
}

/** An expectation that is there but undefined was meant to be one: to skip the check would let everybody in. */
function expectDefined(options: object, name: string, type: 'string' | 'number'): void {
  if (!(name in options)) return
  const value = (options as Record<string, unknown>)[name]
  if (typeof value !== type) {
    throw new TypeError(`${name} is ${show(value)}, but must be a ${type}: leave the option out to accept any`)
  }
}

interface Expected {
  readonly sdkAppId: number
  readonly now: number
}

/**
 * Checks what a signed ticket claims. The signature has been verified before.
 * @throws UserSigError `app_mismatch`, `user_mismatch`, `not_yet_valid`, `expired`
 */
function checkClaims(claims: UserSigClaims, expected: Expected, options: VerifyOptions): void {
  if (claims.sdkAppId !== expected.sdkAppId) {
    throw new UserSigError('app_mismatch', `the ticket is for SDKAppID ${claims.sdkAppId}, not ${expected.sdkAppId}`)
  }
  if (options.userId !== undefined && claims.userId !== options.userId) {
    throw new UserSigError(
      'user_mismatch',
      `the ticket is for UserID ${show(claims.userId)}, not ${show(options.userId)}`,
    )
  }
  const { clockTolerance = DEFAULT_CLOCK_TOLERANCE } = options
  if (claims.issuedAt > expected.now + clockTolerance) {
    throw new UserSigError('not_yet_valid', `the ticket was issued ${claims.issuedAt - expected.now} s in the future`)
  }
  checkNotExpired(claims.expiresAt, expected.now, clockTolerance, 'the ticket')
}

function checkNotExpired(expiresAt: number, now: number, clockTolerance: number, what: string): void {
  if (now > expiresAt + clockTolerance) throw new UserSigError('expired', `${what} expired ${now - expiresAt} s ago`)
}

/** @throws UserSigError as {@link checkClaims}, `unexpected_user_buf`, `user_buf_mismatch` */
export function checkUserSig(fields: TicketDocument, expected: Expected, options: VerifyUserSigOptions): UserSigClaims {
  const { claims } = readClaims(fields)
  checkClaims(claims, expected, options)
  const { userBuf } = options
  if (userBuf === 'any') return claims
  if (userBuf === undefined) {
    if (claims.userBuf === undefined) return claims
    throw new UserSigError(
      'unexpected_user_buf',
      claims.room
        ? 'the ticket is a PrivateMapKey, which is no login'
        : 'the ticket carries a user buffer, which a login has not',
    )
  }
  if (!equalBytes(claims.userBuf ?? new Uint8Array(0), userBuf)) {
    throw new UserSigError('user_buf_mismatch', 'the ticket carries another user buffer than expected')
  }
  return claims
}

/** @throws UserSigError as {@link checkClaims}, `not_a_private_map_key`, `room_mismatch` */
export function checkPrivateMapKey(
  fields: TicketDocument,
  expected: Expected,
  options: VerifyPrivateMapKeyOptions,
): PrivateMapKeyClaims {
  const { claims, record } = readClaims(fields)
  checkClaims(claims, expected, options)
  if (!record || !isPrivateMapKey(claims)) {
    throw new UserSigError('not_a_private_map_key', 'the ticket carries no room record: it is a UserSig')
  }
  if (record.sdkAppId !== claims.sdkAppId) {
    throw new UserSigError('app_mismatch', `the room record is for SDKAppID ${record.sdkAppId}, not ${claims.sdkAppId}`)
  }
  if (!isAccountOf(record.account, claims.userId)) {
    throw new UserSigError('user_mismatch', 'the room record is for another UserID than the ticket around it')
  }
  checkRoom(claims.room, options)
  checkNotExpired(record.expiresAt, expected.now, options.clockTolerance ?? DEFAULT_CLOCK_TOLERANCE, 'the room record')
  return claims
}

function isPrivateMapKey(claims: UserSigClaims): claims is PrivateMapKeyClaims {
  return claims.room !== undefined
}

function checkRoom(room: RoomClaims, options: VerifyPrivateMapKeyOptions): void {
  const { roomId, strRoomId } = options
  if (roomId === undefined && strRoomId === undefined) return
  if (room.roomId === roomId && room.strRoomId === strRoomId) return
  throw new UserSigError('room_mismatch', `the key opens ${showRoom(room)}, not ${showRoom({ roomId, strRoomId })}`)
}

function showRoom(room: { roomId?: number | undefined; strRoomId?: string | undefined }): string {
  return room.strRoomId === undefined ? `roomId ${room.roomId}` : `strRoomId ${show(room.strRoomId)}`
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
