/**
 * Issues and requires tickets in Hono, on Workers, Node.js, Bun and Deno.
 *
 * @module
 */
export { toUserId } from '@usersig/core'
export type { ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'
export { getUserSig, type RequireUserSigOptions, requireUserSig } from './guard.ts'
export { type IssueUserSigOptions, issueUserSig } from './issue.ts'
export { getWebhook, type RequireWebhookOptions, requireWebhook } from './webhook.ts'
