/**
 * What is needed once there is something to diagnose: it is loaded then.
 *
 * @module
 */
export { EXAMPLES } from './examples.ts'
export { Known } from './known.tsx'
export { Result } from './result.tsx'
export { Shared } from './shared.tsx'
