/**
 * Issues and requires tickets in event functions: AWS Lambda, Tencent SCF, CloudBase, WeChat cloud functions, uniCloud.
 *
 * @module
 */
export { toUserId } from '@usersig/core'
export type { ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'
export type { CallableAnswer } from './forms/callable.ts'
export type { FunctionAnswer } from './forms/form.ts'
export { getUserSig, type RequireUserSigOptions, requireUserSig } from './guard.ts'
export type { FunctionHandler, GuardedFunction } from './handler.ts'
export { type IssueUserSigOptions, issueUserSig } from './issue.ts'
export { getWebhook, type RequireWebhookOptions, requireWebhook } from './webhook.ts'
