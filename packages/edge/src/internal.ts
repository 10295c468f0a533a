/**
 * For the sister packages alone: what adapters of frameworks on top of `Request` and `Response` share with this one. It
 * may change in any release, without notice.
 *
 * @module
 */
export { readBody } from './body.ts'
export { keyOfEnvironment, waitUntilOf } from './environment.ts'
export type { ExecutionContext } from './fetch-handler.ts'
export { toResponse } from './translate.ts'
