import type { MaybePromise } from '@usersig/core/internal'

/**
 * The third argument of a fetch handler, as far as it is used here: Workers, Hono's `c.executionCtx`, and the context of
 * Netlify have it.
 */
export interface ExecutionContext {
  /**
   * Keeps the platform from stopping the program until the promise settles.
   *
   * @param promise what is still under way
   */
  waitUntil(promise: Promise<unknown>): void
}

/** Second argument of callbacks, after the request: the arguments from the platform. */
export interface EdgeContext<Env = unknown> {
  /** The second argument of the handler: on Workers the bindings, that is variables, secrets and services. */
  readonly env: Env
  /** The third argument of the handler, where the platform passes one. */
  readonly ctx: ExecutionContext | undefined
}

/**
 * The arguments after the request: `env` is optional if the handler does not use it.
 *
 * Platforms without an `env` pass another value (Deno its `info`, Bun its server), which is `unknown`.
 */
export type CallArguments<Env> = unknown extends Env
  ? [env?: Env, ctx?: ExecutionContext]
  : [env: Env, ctx?: ExecutionContext]

/** A handler of the form that Workers, Deno, Bun, Next.js and others call with a request. */
export type FetchHandler<Env = unknown> = (request: Request, ...rest: CallArguments<Env>) => Promise<Response>

/** A fetch handler of the app, without a guard. */
export type GuardedHandler<Env = unknown> = (
  request: Request,
  env: Env,
  ctx?: ExecutionContext,
) => MaybePromise<Response>

/** @throws TypeError when a guard got something else to guard */
export function checkHandler(handler: unknown, line: string): void {
  if (typeof handler === 'function') return
  throw new TypeError(`the handler to guard is missing. Pass it after the options:\n\n  ${line}\n`)
}

/** @throws TypeError when the handler stands where the options belong */
export function checkNotHandler(options: unknown, line: string): void {
  if (typeof options !== 'function') return
  throw new TypeError(`options come first, and the handler after them:\n\n  ${line}\n`)
}
