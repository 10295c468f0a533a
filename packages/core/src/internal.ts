/**
 * What the sister packages need of the core beside its public face. It may change with any version.
 *
 * @module
 */
export { listUserSigErrors, type UserSigErrorFacts } from './errors.ts'
export { MAX_DOCUMENT_BYTES, MAX_EXPIRE, MAX_TICKET_LENGTH } from './limits.ts'
export { checkSdkAppId, readSecretKeys } from './rules/application.ts'
export { PRIVILEGE_PRESETS, PRIVILEGES } from './rules/privileges.ts'
export { checkRoom } from './rules/room.ts'
export { checkExpire, systemClock, toUnixSeconds } from './rules/time.ts'
export { checkUserId } from './rules/user-id.ts'
export { kindOf, looksSecret, show } from './show.ts'
export { checkUserBuf } from './signing/orders.ts'
export { readClaims, readTicket } from './verifying/read-ticket.ts'
export { TENCENT_BASE64 } from './wire/base64.ts'
export type { TicketDocument } from './wire/document.ts'
export { createMac, equalMacs, MAC_BYTES } from './wire/mac.ts'
export { isAccountOf, type RoomRecord } from './wire/room-record.ts'
export { signedText } from './wire/signed-text.ts'
