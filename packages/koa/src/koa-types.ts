import type { Context, Next } from 'koa'

/** As much of Koa's context as is used: that of Koa, of Egg, of Midway, with a router or without. */
export type KoaContext = Pick<Context, 'req' | 'res' | 'path' | 'status' | 'body' | 'set' | 'get' | 'request'>

/** A middleware of Koa, which a router takes, too. */
export type KoaMiddleware<C extends KoaContext = Context> = (ctx: C, next: Next) => Promise<void>
