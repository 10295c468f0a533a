/**
 * Issues and requires tickets in Koa 2 and 3, and in frameworks on Koa, such as Egg and Midway.
 *
 * @module
 */
export { toUserId } from '@usersig/core'
export type { ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'
export { type IssueUserSigOptions, issueUserSig } from './issue-user-sig.ts'
export type { KoaContext, KoaMiddleware } from './koa-types.ts'
export { getUserSig, type RequireUserSigOptions, requireUserSig } from './require-user-sig.ts'
export { getWebhook, type RequireWebhookOptions, requireWebhook } from './require-webhook.ts'
