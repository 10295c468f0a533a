import type { FastifyReply, FastifyRequest } from 'fastify'

/** Fastify's request, whatever its server, schemas, type provider and logger are. */
// biome-ignore lint/suspicious/noExplicitAny: routes of every kind take the handler and the hooks.
export type AnyRequest = FastifyRequest<any, any, any, any, any, any, any, any>

/** Fastify's reply, whatever its server, schemas and type provider are. */
// biome-ignore lint/suspicious/noExplicitAny: as above; the order of the parameters differs between Fastify 4 and 5.
export type AnyReply = FastifyReply<any, any, any, any, any, any, any, any>

/** Second argument of callbacks: the reply, for a login that reads or renews a cookie. */
export interface FastifyContext {
  /** Set headers and cookies on it, and leave the answer to the endpoint. */
  readonly reply: FastifyReply
}

export function contextOf(reply: AnyReply): FastifyContext {
  return Object.freeze({ reply })
}
