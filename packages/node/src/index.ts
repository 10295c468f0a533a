/**
 * Issues and requires tickets on `node:http`, `node:https`, `node:http2` and servers of the Connect style.
 *
 * @module
 */
export { createSignerResolver, type ErrorEvent, type IssuedEvent } from '@usersig/core/endpoint'
export { getCallback, type RequireCallbackOptions, requireCallback, toCallbackRequest } from './callback.ts'
export { createUserSignerFromEnv, type EnvSignerOptions } from './env.ts'
export {
  type BodyOptions,
  toEndpointRequest,
  writeEndpointResponse,
} from './exchange.ts'
export { getUserSig, type RequireUserSigOptions, requireUserSig } from './guard.ts'
export { createUserSigListener, type UserSigListenerOptions } from './listener.ts'
export type { NodeRequest, NodeResponse } from './message.ts'
export type { Next, NodeListener } from './serve.ts'
