/**
 * Issues and requires tickets in Express 4 and 5.
 *
 * @module
 */
export { createSignerResolver, type ErrorEvent, type IssuedEvent } from '@usersig/core/endpoint'
export { getCallback, type RequireCallbackOptions, requireCallback } from './callback.ts'
export { type IssueUserSigOptions, issueUserSig } from './issue.ts'
export type { PassErrors } from './pass-errors.ts'
export { getUserSig, type RequireUserSigOptions, requireUserSig } from './require.ts'
