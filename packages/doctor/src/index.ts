/**
 * Finds out why a login with a UserSig fails: from tickets, codes, messages, logs and keys, in English and Chinese. It
 * runs on every JavaScript runtime, contacts no server, and never returns tickets or keys.
 *
 * @module
 */
export type { Cause } from './causes.ts'
export type { TencentSource } from './codes/row.ts'
export type { DiagnoseContext } from './context.ts'
export { type Diagnosis, diagnose } from './diagnose.ts'
export { type DissectedField, type Dissection, dissect, type Span, type ZlibLayer } from './dissect.ts'
export { type CodeCause, type CodeExplanation, type ExplainOptions, explainCode, listTencentCodes } from './explain.ts'
export { explainRefusal } from './explain-refusal.ts'
export type { Finding } from './findings.ts'
export type { InflateFault } from './inflate.ts'
export { type AppKey, inspectSecretKey } from './keys.ts'
export type { TextKind } from './kinds.ts'
export type { Language } from './language.ts'
export { createLogReader, type LogReader } from './log.ts'
export { packDocument } from './pack.ts'
export { type Repair, type RepairCode, type RepairedTicket, repairTicket } from './repair.ts'
export type { FindingValues } from './say.ts'
export { readSharedDiagnosis, type SharedDiagnosis, shareDiagnosis } from './share.ts'
export { showDuration, showMoment } from './show-time.ts'
export type { SignedBy } from './signer.ts'
export { listToolkitCodes, type ToolkitCode } from './toolkit-codes.ts'
export type { CauseCode } from './words/causes.ts'
export type { Check, FindingCode } from './words/findings.ts'
