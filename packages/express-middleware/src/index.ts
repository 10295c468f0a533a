/**
 * Issues and requires tickets in Express 4 and 5.
 *
 * @module
 */
export { toUserId } from '@usersig/core'
export type { ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'
export { type IssueUserSigOptions, issueUserSig } from './issue-user-sig.ts'
export type { ExpressContext } from './pass-errors.ts'
export { getUserSig, type RequireUserSigOptions, requireUserSig } from './require-user-sig.ts'
export { getWebhook, type RequireWebhookOptions, requireWebhook } from './require-webhook.ts'
