/**
 * For the sister packages alone: what adapters, the command line and the doctor share with the core. It may change in any
 * release, without notice.
 *
 * @module
 */
export { credentialsFrom, type Environment, missing, signerOf } from './endpoint/credentials.ts'
export { ENDPOINT_OPTIONS } from './endpoint/endpoint-options.ts'
export { GUARD_OPTIONS } from './endpoint/guard-options.ts'
export { answerError, toProblem } from './endpoint/hooks.ts'
export { claimsOf, dropClaims, eventOf, keepClaims, keepEvent } from './endpoint/passed.ts'
export { printable } from './endpoint/printable.ts'
export { createSignerSource } from './endpoint/signer-source.ts'
export { askWithin, DEFAULT_CALLBACK_TIMEOUT, type MaybePromise } from './endpoint/time-limit.ts'
export { WEBHOOK_OPTIONS } from './endpoint/webhook-options.ts'
export { callback, duration, flag, oneOf, text, wholeNumber } from './options/option-checks.ts'
export {
  type OptionCheck,
  type OptionName,
  type OptionTable,
  readOptions,
  unknownOption,
} from './options/read-options.ts'
export { checkExpire, checkSdkAppId, readSecretKeys } from './options.ts'
export { checkUserBuf } from './prepare.ts'
export { checkRoom } from './room.ts'
export { show } from './show.ts'
export { checkUserId } from './user-id.ts'
