import { hasNoBody } from '@usersig/node/internal'
import type { AnyRequest } from './fastify-types.ts'

/*
 * Fastify reads and parses a body before the handler: more of it than a ticket needs, before anybody is logged in, and
 * with answers of its own to what is wrong with it. By its documents `request.headers` may be set, and a request without a
 * type, a length and chunks has nothing to parse: so these are hidden from the choice of the parser, for this route alone.
 */
const HIDDEN = { 'content-type': undefined, 'content-length': undefined, 'transfer-encoding': undefined }

const headersOf = new WeakMap<object, AnyRequest['headers']>()

/** Keeps the body of a request from the parsers. */
export function hideBody(request: AnyRequest): void {
  // Most requests for a ticket: there is nothing to hide.
  if (hasNoBody(request.raw) && request.headers['content-type'] === undefined) return
  headersOf.set(request, request.headers)
  request.headers = { ...request.headers, ...HIDDEN }
}

/** Gives a request its headers back. */
export function showBody(request: AnyRequest): void {
  const headers = headersOf.get(request)
  if (headers === undefined) return
  headersOf.delete(request)
  request.headers = headers
}
