/**
 * Finds out why a login with a UserSig fails: from tickets, codes, messages, logs and keys, in English and Chinese. It
 * runs on every JavaScript runtime, contacts no server, and never returns tickets or keys.
 *
 * It speaks both languages; `@usersig/doctor/en` and `@usersig/doctor/zh` are the same with the words of one.
 *
 * @module
 */
export {
  diagnose,
  explainCode,
  explainError,
  explainRefusal,
  inspectSecretKey,
  listTencentCodes,
  listToolkitCodes,
  readSharedDiagnosis,
  repairTicket,
  shareDiagnosis,
} from './any-language.ts'
export { dissect } from './dissect.ts'
export { createLogReader } from './log.ts'
export { packDocument } from './pack.ts'
export { showDuration, showMoment } from './show-time.ts'
export type * from './types.ts'
