/**
 * Issues and requires tickets on `node:http`, `node:https`, `node:http2` and servers of the Connect style.
 *
 * @module
 */
export { toUserId } from '@usersig/core'
export type { ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'
export { type IssueUserSigOptions, issueUserSig } from './issue-user-sig.ts'
export type { NodeContext, NodeListener } from './node-types.ts'
export { getUserSig, type RequireUserSigOptions, requireUserSig } from './require-user-sig.ts'
export { getWebhook, type RequireWebhookOptions, requireWebhook } from './require-webhook.ts'
