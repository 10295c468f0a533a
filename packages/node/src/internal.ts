/**
 * For the sister packages alone: what adapters of frameworks on top of Node.js share. It may change in any release,
 * without notice.
 *
 * @module
 */
export { BODY_OPTIONS, type BodyOptions } from './body.ts'
export { signerFromEnvironment, withEnvironment, withKey } from './environment.ts'
export { contextOf, discardBody, toEndpointRequest, toWebhookRequest, writeEndpointResponse } from './exchange.ts'
export type { NodeContext, NodeRequest, NodeResponse } from './node-types.ts'
export { isWhole } from './unread-body.ts'
