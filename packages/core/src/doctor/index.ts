/**
 * Finds out why a ticket does not work: anatomy, repair and diagnosis, and lists of all codes. For tools and tests.
 *
 * @module
 */
export { listUserSigErrors, type UserSigErrorFacts } from '../errors.ts'
export { listTencentErrors } from '../tencent-errors.ts'
export { type DiagnoseOptions, type Diagnosis, diagnose } from './diagnose.ts'
export { type DissectedField, type Dissection, dissect, type Span, type ZlibLayer } from './dissect.ts'
export type { Finding, FindingCode, FindingValues } from './findings.ts'
export type { AppKey, SignedBy } from './keys.ts'
export type { TextKind } from './kinds.ts'
export { packDocument } from './pack.ts'
export { type Repair, type RepairCode, type RepairedTicket, repairTicket } from './repair.ts'
export { showDuration, showMoment } from './show-time.ts'
export type { InflateFault, TracedBlock } from './trace-inflate.ts'
