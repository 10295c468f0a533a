export type { ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'
export { type IssueUserSigOptions, issueUserSig } from './issue.ts'
export type { PassErrors } from './pass-errors.ts'
export { getUserSig, type RequireUserSigOptions, requireUserSig } from './require.ts'
