/**
 * Issues and requires tickets in fetch handlers: Cloudflare Workers, Deno, Bun, Next.js and others.
 *
 * @module
 */
export { toUserId } from '@usersig/core'
export type { ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'
export type { CorsOptions } from './cors.ts'
export type { EdgeContext, ExecutionContext, FetchHandler } from './fetch-handler.ts'
export { getUserSig, type RequireUserSigOptions, requireUserSig } from './guard.ts'
export { type IssueUserSigOptions, issueUserSig } from './issue.ts'
export { getWebhook, type RequireWebhookOptions, requireWebhook } from './webhook.ts'
