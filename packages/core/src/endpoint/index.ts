/**
 * The HTTP contract that every adapter serves: the issuing endpoint, the guards, their problem documents. For writing
 * an adapter.
 *
 * @module
 */
export type { Credentials } from './credentials.ts'
export { createUserSigEndpoint, type UserSigEndpoint } from './endpoint.ts'
export type { EndpointOptions, IssuedEvent } from './endpoint-options.ts'
export type { EndpointRequest, EndpointResponse, RequestBody } from './exchange.ts'
export type { ExplainOptions, ExplainRefusal, RefusalCause, RefusedKey, RefusedRequest } from './explain.ts'
export { createUserSigGuard, type GuardResult, type UserSigGuard } from './guard.ts'
export type { GuardOptions } from './guard-options.ts'
export type { ErrorEvent } from './hooks.ts'
export type { OutcomeEvent } from './outcome.ts'
export { type Problem, type ProblemCode, ProblemError } from './problem.ts'
export type { Signer } from './signer.ts'
export { createSignerResolver, type SignerResolver, type SignerResolverOptions } from './signer-resolver.ts'
export { createWebhookGuard, type WebhookGuard, type WebhookRequest, type WebhookResult } from './webhook-guard.ts'
export type { WebhookOptions, WebhookSecret } from './webhook-options.ts'
