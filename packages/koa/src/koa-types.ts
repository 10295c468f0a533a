import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http'
import type { Next } from 'koa'

/** As much of Koa's context as is used: that of Koa, of Egg, of Midway, with a router or without. */
export interface KoaContext {
  /** Node's request. */
  readonly req: IncomingMessage
  /** Node's response. */
  readonly res: ServerResponse
  /** Koa's request, where parsers leave the body. */
  readonly request: object
  /** Headers of the request. */
  readonly headers: IncomingHttpHeaders
  /** Path of the URL. */
  readonly path: string
  /** HTTP status of the answer. */
  status: number
  /** Body of the answer. */
  body: unknown
  /** Sets headers of the answer. */
  set(headers: Record<string, string>): void
  // biome-ignore lint/suspicious/noExplicitAny: as in Koa's own type, plugins add what they like.
  readonly [name: string]: any
}

/** A middleware for Koa and its routers. */
export type KoaMiddleware = (ctx: KoaContext, next: Next) => Promise<void>
