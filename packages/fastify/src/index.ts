/**
 * Issues and requires tickets in Fastify 4 and 5.
 *
 * @module
 */
export { toUserId } from '@usersig/core'
export type { ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'
export type { AnyReply, AnyRequest, FastifyContext } from './fastify-types.ts'
export { type IssueUserSigOptions, issueUserSig, type UserSigRoute } from './issue-user-sig.ts'
export { getUserSig, type RequireUserSigOptions, requireUserSig, type UserSigHook } from './require-user-sig.ts'
export { getWebhook, type RequireWebhookOptions, requireWebhook, type WebhookHook } from './require-webhook.ts'
