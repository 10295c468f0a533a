/**
 * The third argument of a fetch handler, as far as it is used here: Workers, Hono's `c.executionCtx`, and the context
 * of Netlify have it.
 */
export interface ExecutionContext {
  /**
   * Keeps the platform from stopping the program until the promise settles.
   *
   * @param promise what is still under way
   */
  waitUntil(promise: Promise<unknown>): void
}

/** What a platform calls a fetch handler with. */
export interface Call<Env> {
  readonly request: Request
  readonly env: Env
  readonly ctx: ExecutionContext | undefined
}

/**
 * The arguments behind the request: `env` may be left out where the handler does not ask for one.
 *
 * Platforms without an `env` pass something of their own there (Deno its `info`, Bun its server), which is `unknown`.
 */
export type CallArguments<Env> = unknown extends Env
  ? [env?: Env, ctx?: ExecutionContext]
  : [env: Env, ctx?: ExecutionContext]

/** A handler of the form that Workers, Deno, Bun, Next.js and others call with a request. It never rejects. */
export type FetchHandler<Env = unknown> = (request: Request, ...rest: CallArguments<Env>) => Promise<Response>

export type MaybePromise<T> = T | Promise<T>

/** @returns the call as one value, which is what the callbacks of the core get */
export function toCall<Env>(request: Request, rest: CallArguments<Env>): Call<Env> {
  const [env, ctx] = rest
  return { request, env: env as Env, ctx }
}
