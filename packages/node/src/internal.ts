/**
 * For the sister packages alone: what adapters of frameworks on top of Node.js share. It may change in any release,
 * without notice.
 *
 * @module
 */
export { BODY_OPTIONS, type BodyOptions, bodyOptions, hasNoBody, readStream } from './body.ts'
export { signerFromEnvironment, withEnvironment, withKey } from './environment.ts'
export {
  breakOff,
  contextOf,
  discardBody,
  toEndpointRequest,
  toFrameworkAnswer,
  toWebhookRequest,
  writeEndpointResponse,
} from './exchange.ts'
export { readKeyFile } from './key-file.ts'
export type { NodeContext, NodeRequest, NodeResponse } from './node-types.ts'
export { checkPath, createPathTest } from './path.ts'
export { isWhole } from './unread-body.ts'
