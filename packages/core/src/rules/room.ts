import type { RoomClaims, RoomId } from '../claims.ts'
import { UserSigError } from '../errors.ts'
import { MAX_NAME_LENGTH, MAX_ROOM_ID, MAX_STR_ROOM_ID_BYTES } from '../limits.ts'
import { kindOf, show } from '../show.ts'
import type { RoomRecord } from '../wire/room-record.ts'
import { isWellFormed, utf8Length } from '../wire/text.ts'
import { toPrivilegeNames } from './privileges.ts'

/**
 * Which string rooms are signed: `documented` allows the documented characters; `any` every well-formed string that fits.
 * Both allow 1 to 64 bytes.
 */
export type StrRoomIdRule = 'documented' | 'any'

// Source: trtc-sdk-v5 index.d.ts, strRoomId.
const DOCUMENTED = /^[a-zA-Z0-9 !#$%&()+\-:;<=.>?@[\]^_{}|~,]+$/

/**
 * The room that a caller names: either `roomId` or `strRoomId`. Where both are given, a `roomId` of 0 and a `strRoomId`
 * of no characters stand for none, as in the forms and defaults of Tencent's own kits for uni-app and Flutter.
 *
 * @param given a number from 1 to 4294967294, or a string of 1 to 64 bytes
 * @param rule which string rooms are allowed
 * @throws UserSigError `invalid_room`
 * @example
 * ```ts
 * checkRoom({ roomId: 10000 }, 'documented') // { roomId: 10000 }
 * checkRoom({ roomId: 0, strRoomId: 'room-1' }, 'documented') // { strRoomId: 'room-1' }
 * ```
 */
export function checkRoom(given: { roomId?: unknown; strRoomId?: unknown }, rule: StrRoomIdRule): RoomId {
  const { roomId, strRoomId } = resolveRoom(ownOf(given, 'roomId'), ownOf(given, 'strRoomId'), rule)
  return strRoomId === undefined ? { roomId: roomId as number } : { strRoomId }
}

function ownOf(given: object, name: string): unknown {
  return Object.hasOwn(given, name) ? (given as Record<string, unknown>)[name] : undefined
}

/** A room by either of its names; the other one is `undefined`. */
export interface Room {
  readonly roomId: number | undefined
  readonly strRoomId: string | undefined
}

/** {@link checkRoom} for two values. */
export function resolveRoom(roomId: unknown, strRoomId: unknown, rule: StrRoomIdRule): Room {
  if (strRoomId === undefined || standsForNone(strRoomId, roomId)) {
    if (roomId === undefined) throw new UserSigError('invalid_room', 'neither roomId nor strRoomId is given')
    return { roomId: checkRoomId(roomId), strRoomId: undefined }
  }
  if (roomId === undefined || standsForNone(roomId, strRoomId)) {
    return { roomId: undefined, strRoomId: checkStrRoomId(strRoomId, rule) }
  }
  throw new UserSigError('invalid_room', 'roomId and strRoomId are both set, but are two different rooms: choose one')
}

/** Whether a name stands for no room beside another one, which does not. */
export function standsForNone(name: unknown, beside: unknown): boolean {
  return isNone(name) && beside !== undefined && !isNone(beside)
}

function isNone(name: unknown): boolean {
  return name === 0 || name === ''
}

function checkRoomId(roomId: unknown): number {
  if (typeof roomId === 'string') {
    throw new UserSigError(
      'invalid_room',
      `roomId is the string ${show(roomId)}: pass a number, or use strRoomId, which is a different room`,
    )
  }
  if (typeof roomId !== 'number' || !Number.isInteger(roomId) || roomId < 1 || roomId > MAX_ROOM_ID) {
    throw new UserSigError('invalid_room', `roomId is ${show(roomId)}, but must be an integer from 1 to ${MAX_ROOM_ID}`)
  }
  return roomId
}

function checkStrRoomId(strRoomId: unknown, rule: StrRoomIdRule): string {
  if (typeof strRoomId !== 'string') {
    throw new UserSigError('invalid_room', `strRoomId is ${kindOf(strRoomId)}, but must be a string`)
  }
  if (strRoomId === '') throw new UserSigError('invalid_room', 'strRoomId is empty')
  if (strRoomId.length > MAX_NAME_LENGTH) {
    throw new UserSigError(
      'invalid_room',
      `strRoomId has ${strRoomId.length} characters, but at most ${MAX_STR_ROOM_ID_BYTES} bytes are allowed`,
    )
  }
  if (!isWellFormed(strRoomId)) throw new UserSigError('invalid_room', 'strRoomId is not well-formed Unicode')
  const bytes = utf8Length(strRoomId)
  if (bytes > MAX_STR_ROOM_ID_BYTES) {
    throw new UserSigError(
      'invalid_room',
      `strRoomId ${show(strRoomId)} has ${bytes} bytes, but at most ${MAX_STR_ROOM_ID_BYTES} are allowed`,
    )
  }
  if (rule === 'documented' && !DOCUMENTED.test(strRoomId)) {
    const odd = [...strRoomId].find((character) => !DOCUMENTED.test(character))
    throw new UserSigError(
      'invalid_room',
      `strRoomId ${show(strRoomId)} holds ${show(odd)}, which is not among the documented characters (letters, digits, space and !#$%&()+-:;<=.>?@[]^_{}|~,)`,
    )
  }
  return strRoomId
}

/** What a room record says, in the words of the claims. */
export function toRoomClaims({ roomId, strRoomId, privilegeMap, expiresAt, accountType }: RoomRecord): RoomClaims {
  const privileges = toPrivilegeNames(privilegeMap)
  return strRoomId === undefined
    ? { roomId, privileges, privilegeMap, expiresAt, accountType }
    : { strRoomId, privileges, privilegeMap, expiresAt, accountType }
}
