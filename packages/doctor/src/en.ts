/**
 * `@usersig/doctor` with the words of English alone, for pages: the same functions, of which each leaves its option `language` out.
 *
 * @module
 */
import type { Doctor } from './doctor.ts'
import { speak } from './one-language.ts'
import { EN } from './words/en/index.ts'

export { dissect } from './dissect.ts'
export { createLogReader } from './log.ts'
export { packDocument } from './pack.ts'
export { showMoment } from './show-time.ts'
export type * from './types.ts'

const doctor: Doctor = /* @__PURE__ */ speak(EN)

/** See `diagnose` of `@usersig/doctor`. */
export const diagnose: Doctor['diagnose'] = doctor.diagnose
/** See `explainCode` of `@usersig/doctor`. */
export const explainCode: Doctor['explainCode'] = doctor.explainCode
/** See `explainError` of `@usersig/doctor`. */
export const explainError: Doctor['explainError'] = doctor.explainError
/** See `explainRefusal` of `@usersig/doctor`. */
export const explainRefusal: Doctor['explainRefusal'] = doctor.explainRefusal
/** See `inspectSecretKey` of `@usersig/doctor`. */
export const inspectSecretKey: Doctor['inspectSecretKey'] = doctor.inspectSecretKey
/** See `listTencentCodes` of `@usersig/doctor`. */
export const listTencentCodes: Doctor['listTencentCodes'] = doctor.listTencentCodes
/** See `listToolkitCodes` of `@usersig/doctor`. */
export const listToolkitCodes: Doctor['listToolkitCodes'] = doctor.listToolkitCodes
/** See `readSharedDiagnosis` of `@usersig/doctor`. */
export const readSharedDiagnosis: Doctor['readSharedDiagnosis'] = doctor.readSharedDiagnosis
/** See `repairTicket` of `@usersig/doctor`. */
export const repairTicket: Doctor['repairTicket'] = doctor.repairTicket
/** See `shareDiagnosis` of `@usersig/doctor`. */
export const shareDiagnosis: Doctor['shareDiagnosis'] = doctor.shareDiagnosis
/** See `showDuration` of `@usersig/doctor`. */
export const showDuration: Doctor['showDuration'] = doctor.showDuration
