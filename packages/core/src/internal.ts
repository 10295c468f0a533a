/**
 * For the sister packages alone: what adapters, the command line and the doctor share with the core. It may change in any
 * release, without notice.
 *
 * @module
 */
export { credentialsFrom, type Environment, missing, signerOf, whyDoubtful } from './endpoint/credentials.ts'
export { ENDPOINT_OPTIONS } from './endpoint/endpoint-options.ts'
export { type ExplainOption, settleExplain, wantProductionSaid } from './endpoint/explain.ts'
export { GUARD_OPTIONS } from './endpoint/guard-options.ts'
export { answerError, printRefusal, toProblem } from './endpoint/hooks.ts'
export { claimsOf, dropClaims, eventOf, keepClaims, keepEvent } from './endpoint/passed.ts'
export { printable } from './endpoint/printable.ts'
export { createSignerSource } from './endpoint/signer-source.ts'
export { askWithin, DEFAULT_CALLBACK_TIMEOUT, type MaybePromise } from './endpoint/time-limit.ts'
export { WEBHOOK_OPTIONS } from './endpoint/webhook-options.ts'
export { listUserSigErrors, type UserSigErrorFacts } from './errors.ts'
export {
  MAX_DOCUMENT_BYTES,
  MAX_EXPIRE,
  MAX_ROOM_ID,
  MAX_SDK_APP_ID,
  MAX_TICKET_LENGTH,
  MAX_USER_ID_BYTES,
} from './limits.ts'
export { callback, duration, flag, oneOf, text, wholeNumber } from './options/option-checks.ts'
export { ownOptions, ownValue } from './options/own-options.ts'
export {
  type OptionCheck,
  type OptionName,
  type OptionTable,
  readOptions,
  unknownOption,
} from './options/read-options.ts'
export { checkSdkAppId, readSecretKeys } from './rules/application.ts'
export { PRIVILEGE_PRESETS, PRIVILEGES } from './rules/privileges.ts'
export { checkRoom, toRoomClaims } from './rules/room.ts'
export { checkExpire, systemClock, toUnixSeconds } from './rules/time.ts'
export { checkUserId } from './rules/user-id.ts'
export { kindOf, looksSecret, show } from './show.ts'
export { checkUserBuf } from './signing/orders.ts'
export { readClaims, readTicket } from './verifying/read-ticket.ts'
export { TENCENT_BASE64 } from './wire/base64.ts'
export type { TicketDocument } from './wire/document.ts'
export { createMac, equalMacs, MAC_BYTES } from './wire/mac.ts'
export { decodeRoomRecord, isAccountOf, type RoomRecord } from './wire/room-record.ts'
export { signedText } from './wire/signed-text.ts'
