import type { PrivateMapKeyClaims, UserSigClaims } from '../claims.ts'
import { UserSigError } from '../errors.ts'
import { show } from '../show.ts'
import { isAccountOf, type RoomRecord } from '../wire/room-record.ts'
import type { SignedFields } from '../wire/signed-text.ts'
import type { Expectations, PrivateMapKeyExpectations, UserSigExpectations } from './expectations.ts'
import { readClaims } from './read-ticket.ts'

/*
 * Checks what a ticket says whose signature has been verified. What is compared are the signed fields and the record,
 * which have a property of their own for everything, and not the claims that are returned.
 */

const DEFAULT_CLOCK_TOLERANCE = 5

/** @throws UserSigError `app_mismatch`, `user_mismatch`, `not_yet_valid`, `expired`, `unexpected_user_buf`, `user_buf_mismatch` */
export function checkUserSig(
  fields: SignedFields,
  expected: UserSigExpectations,
  sdkAppId: number,
  clock: () => number,
): UserSigClaims {
  checkFields(fields, expected, sdkAppId, expected.now ?? clock())
  const { claims, record } = readClaims(fields)
  const { userBuf } = expected
  if (userBuf === 'any') return claims
  if (userBuf === undefined) {
    if (fields.userBuf === undefined) return claims
    throw new UserSigError(
      'unexpected_user_buf',
      record
        ? 'the ticket is a PrivateMapKey, which cannot log in'
        : 'the ticket carries a user buffer, which a login has not',
    )
  }
  if (!equalBytes(fields.userBuf ?? new Uint8Array(0), userBuf)) {
    throw new UserSigError('user_buf_mismatch', 'the ticket carries another user buffer than expected')
  }
  return claims
}

/** @throws UserSigError as {@link checkUserSig}, `not_a_private_map_key`, `room_mismatch` */
export function checkPrivateMapKey(
  fields: SignedFields,
  expected: PrivateMapKeyExpectations,
  sdkAppId: number,
  clock: () => number,
): PrivateMapKeyClaims {
  const now = expected.now ?? clock()
  checkFields(fields, expected, sdkAppId, now)
  const { claims, record } = readClaims(fields)
  if (record === undefined) {
    throw new UserSigError('not_a_private_map_key', 'the ticket carries no room record: it is a UserSig')
  }
  if (record.sdkAppId !== fields.sdkAppId) {
    throw new UserSigError('app_mismatch', `the room record is for SDKAppID ${record.sdkAppId}, not ${fields.sdkAppId}`)
  }
  if (!isAccountOf(record, fields.userId)) {
    throw new UserSigError('user_mismatch', 'the room record is for another UserID than the ticket around it')
  }
  checkRoom(record, expected)
  checkNotExpired(record.expiresAt, now, toleranceOf(expected), 'the room record')
  return claims as PrivateMapKeyClaims
}

function checkFields(fields: SignedFields, expected: Expectations, sdkAppId: number, now: number): void {
  if (fields.sdkAppId !== sdkAppId) {
    throw new UserSigError('app_mismatch', `the ticket is for SDKAppID ${fields.sdkAppId}, not ${sdkAppId}`)
  }
  if (expected.userId !== undefined && fields.userId !== expected.userId) {
    throw new UserSigError(
      'user_mismatch',
      `the ticket is for UserID ${show(fields.userId)}, not ${show(expected.userId)}`,
    )
  }
  const tolerance = toleranceOf(expected)
  if (fields.issuedAt > now + tolerance) {
    throw new UserSigError('not_yet_valid', `the ticket was issued ${fields.issuedAt - now} s in the future`)
  }
  checkNotExpired(fields.issuedAt + fields.expire, now, tolerance, 'the ticket')
}

function toleranceOf({ clockTolerance = DEFAULT_CLOCK_TOLERANCE }: Expectations): number {
  return clockTolerance
}

function checkNotExpired(expiresAt: number, now: number, clockTolerance: number, what: string): void {
  if (now > expiresAt + clockTolerance) throw new UserSigError('expired', `${what} expired ${now - expiresAt} s ago`)
}

function checkRoom(record: RoomRecord, { roomId, strRoomId }: PrivateMapKeyExpectations): void {
  if (roomId === undefined && strRoomId === undefined) return
  const isNumber = record.strRoomId === undefined
  if (isNumber ? record.roomId === roomId : record.strRoomId === strRoomId) return
  const opened = showRoom(isNumber ? record.roomId : undefined, record.strRoomId)
  throw new UserSigError('room_mismatch', `the key opens ${opened}, not ${showRoom(roomId, strRoomId)}`)
}

function showRoom(roomId: number | undefined, strRoomId: string | undefined): string {
  return strRoomId === undefined ? `roomId ${roomId}` : `strRoomId ${show(strRoomId)}`
}

function equalBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, i) => byte === b[i])
}
