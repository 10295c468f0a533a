/**
 * Issues and requires tickets in fetch handlers: Cloudflare Workers, Deno, Bun, Hono, Next.js and others.
 *
 * @module
 */
export type { ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'
export type { CallArguments, ExecutionContext, FetchHandler } from './call.ts'
export { type CallbackSecret, getCallback, type RequireCallbackOptions, requireCallback } from './callback.ts'
export type { CorsOptions } from './cors.ts'
export { type GuardedHandler, getUserSig, type RequireUserSigOptions, requireUserSig } from './guard.ts'
export { createUserSigHandler, type UserSigHandlerOptions } from './handler.ts'
export { type ChangingCredentials, createSignerResolver } from './signer.ts'
