/**
 * For the sister packages alone: no promise, may change in any release.
 *
 * @module
 */
export { listUserSigErrors, type UserSigErrorFacts } from './errors.ts'
export {
  MAX_DOCUMENT_BYTES,
  MAX_EXPIRE,
  MAX_ROOM_ID,
  MAX_SDK_APP_ID,
  MAX_TICKET_LENGTH,
  MAX_USER_ID_BYTES,
} from './limits.ts'
export { checkOptionNames, systemClock, toUnixSeconds } from './options.ts'
export { toRoomClaims } from './room.ts'
export { kindOf, looksSecret, show } from './show.ts'
export { decodeRoomRecord, isAccountOf, type RoomRecord } from './steps/room-record.ts'
