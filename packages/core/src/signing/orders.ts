import { UserSigError } from '../errors.ts'
import { MAX_UNIX_SECONDS, MAX_USER_BUF_BYTES } from '../limits.ts'
import { optionReader } from '../options/option-reader.ts'
import { type Privileges, toPrivilegeMap } from '../rules/privileges.ts'
import { type Room, resolveRoom } from '../rules/room.ts'
import { checkExpire, toUnixSeconds } from '../rules/time.ts'
import { checkUserId } from '../rules/user-id.ts'
import { kindOf } from '../show.ts'
import { encodeRoomRecord } from '../wire/room-record.ts'
import type { SignedFields } from '../wire/signed-text.ts'
import type { Settings } from './settings.ts'
import type { IssueOptions, PrivateMapKeyOptions, UserSigOptions } from './types.ts'

/*
 * From what a caller asks for to the fields of tickets. All foreign code runs here: getters of options, a clock, a rule.
 * What comes out are values of our own, which nobody can change while a ticket is signed.
 */

/** What is issued at once: a UserSig and, where a room was asked for, its PrivateMapKey. */
export interface Order {
  readonly userSig: SignedFields
  readonly privateMapKey: SignedFields | undefined
  readonly grant: RoomGrant | undefined
}

/** A room and the rights in it. */
export interface RoomGrant extends Room {
  readonly privilegeMap: number
}

interface UserSigCall {
  readonly expire: number | undefined
  readonly now: number | undefined
  readonly userBuf: Uint8Array | undefined
}

interface RoomCall {
  readonly expire: number | undefined
  readonly now: number | undefined
  readonly roomId: unknown
  readonly strRoomId: unknown
  readonly privileges: number | undefined
}

const readUserSigCall = optionReader<UserSigOptions, UserSigCall>(
  { expire: checkExpire, now: toUnixSeconds, userBuf: checkUserBuf },
  'genUserSig',
)

const ROOM_CALL = {
  expire: checkExpire,
  now: toUnixSeconds,
  // Which of the two counts shows when both are known.
  roomId: (roomId: unknown) => roomId,
  strRoomId: (strRoomId: unknown) => strRoomId,
  privileges: (privileges: unknown) => toPrivilegeMap(privileges as Privileges),
}
const readPrivateMapKeyCall = optionReader<PrivateMapKeyOptions, RoomCall>(ROOM_CALL, 'genPrivateMapKey', [
  'privileges',
])
const readIssueCall = optionReader<IssueOptions, RoomCall>(ROOM_CALL, 'issue', ['privileges'])

/** All rights, where nothing is said about them. */
const ALL_PRIVILEGES = 255

/** @throws UserSigError as `genUserSig` */
export function orderUserSig(settings: Settings, userId: unknown, options: unknown): SignedFields {
  checkUserId(userId, settings.userIdRule)
  const { expire, now, userBuf } = readUserSigCall(options)
  return fieldsOf(settings, userId, expire, now, userBuf)
}

/** @throws UserSigError as `genPrivateMapKey` */
export function orderPrivateMapKey(settings: Settings, userId: unknown, options: unknown): SignedFields {
  checkUserId(userId, settings.userIdRule)
  if (options === undefined) throw new TypeError('genPrivateMapKey needs an object with options, but got undefined')
  const call = readPrivateMapKeyCall(options)
  const login = fieldsOf(settings, userId, call.expire, call.now, undefined)
  return withRoom(login, grantOf(settings, call))
}

/** @throws UserSigError as `issue` */
export function orderIssue(settings: Settings, userId: unknown, options: unknown): Order {
  checkUserId(userId, settings.userIdRule)
  const call = readIssueCall(options)
  const userSig = fieldsOf(settings, userId, call.expire, call.now, undefined)
  // Privileges without a room ask for one too, so that the missing room is an error.
  if (call.roomId === undefined && call.strRoomId === undefined && call.privileges === undefined) {
    return { userSig, privateMapKey: undefined, grant: undefined }
  }
  const grant = grantOf(settings, call)
  return { userSig, privateMapKey: withRoom(userSig, grant), grant }
}

function fieldsOf(
  settings: Settings,
  userId: string,
  expire: number | undefined,
  now: number | undefined,
  userBuf: Uint8Array | undefined,
): SignedFields {
  return {
    sdkAppId: settings.sdkAppId,
    userId,
    issuedAt: now === undefined ? settings.clock() : now,
    expire: expire === undefined ? settings.expire : expire,
    userBuf,
  }
}

function grantOf(settings: Settings, { roomId, strRoomId, privileges = ALL_PRIVILEGES }: RoomCall): RoomGrant {
  const room = resolveRoom(roomId, strRoomId, settings.strRoomIdRule)
  return { roomId: room.roomId, strRoomId: room.strRoomId, privilegeMap: privileges }
}

function withRoom(
  { sdkAppId, userId, issuedAt, expire }: SignedFields,
  { roomId = 0, strRoomId, privilegeMap }: RoomGrant,
): SignedFields {
  const expiresAt = issuedAt + expire
  if (expiresAt > MAX_UNIX_SECONDS) {
    throw new UserSigError(
      'invalid_expire',
      'expire reaches beyond the year 2106, the last that a room record can hold',
    )
  }
  const userBuf = encodeRoomRecord(userId, { sdkAppId, roomId, strRoomId, expiresAt, privilegeMap })
  return { sdkAppId, userId, issuedAt, expire, userBuf }
}

/**
 * A copy of a user buffer, if it can be one.
 *
 * @param userBuf 1 to 1024 bytes
 * @throws UserSigError `invalid_user_buf`
 * @example
 * ```ts
 * checkUserBuf(new TextEncoder().encode('robot')).length // 5
 * ```
 */
export function checkUserBuf(userBuf: unknown): Uint8Array {
  if (!(userBuf instanceof Uint8Array)) {
    throw new UserSigError('invalid_user_buf', `userBuf is ${kindOf(userBuf)}, but must be a Uint8Array`)
  }
  if (userBuf.length < 1 || userBuf.length > MAX_USER_BUF_BYTES) {
    throw new UserSigError(
      'invalid_user_buf',
      `userBuf has ${userBuf.length} bytes, but must have 1 to ${MAX_USER_BUF_BYTES}`,
    )
  }
  return new Uint8Array(userBuf)
}
