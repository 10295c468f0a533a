/**
 * The HTTP contract that every adapter serves: the issuing endpoint, the guards, their problem documents. For writing
 * an adapter.
 *
 * @module
 */
export {
  type CallbackGuard,
  type CallbackGuardOptions,
  type CallbackRequest,
  type CallbackResult,
  type CallbackSecret,
  createCallbackGuard,
} from './callback-guard.ts'
export type { CredentialsCacheOptions } from './credentials-cache.ts'
export { createUserSigEndpoint, type UserSigEndpoint } from './endpoint.ts'
export type { EndpointRequest, EndpointResponse, RequestBody } from './exchange.ts'
export { createUserSigGuard, type GuardResult, type UserSigGuard } from './guard.ts'
export type { EndpointOptions, ErrorEvent, GuardOptions, Hooks, IssuedEvent, SharedOptions } from './options.ts'
export { type Problem, type ProblemCode, ProblemError } from './problem.ts'
export { answerError } from './report.ts'
export type { NotIssuedBefore } from './revocation.ts'
export { MAX_BODY_BYTES } from './room-request.ts'
export {
  type AnySigner,
  type AnySignerOptions,
  type ChangingCredentials,
  createSignerResolver,
  type SignerSource,
} from './signer-source.ts'
