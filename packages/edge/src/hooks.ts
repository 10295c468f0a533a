import type { ErrorEvent, Hooks, IssuedEvent } from '@usersig/core/endpoint'
import type { Call, ExecutionContext } from './call.ts'
import { checkCallback } from './wiring.ts'

/** Called with what happened, and with what the platform called the handler with. */
export type Hook<Event, Env> = (event: Event, request: Request, env: Env, ctx: ExecutionContext | undefined) => unknown

/** What the app is told of failures. */
export interface ErrorHook<Env> {
  /**
   * Called for each answer that is not a success, and for what failed behind a success.
   * @defaultValue prints what led to 500 or 503, or failed behind a success, with `console.error`
   */
  onError?: Hook<ErrorEvent, Env>
}

/** They may take their time: the answer does not wait for them, and the platform waits for them by `ctx.waitUntil`. */
export interface HookOptions<Env> extends ErrorHook<Env> {
  /** Called for each set of credentials that is issued, for audit logs: the event holds no ticket and no key. */
  onIssued?: Hook<IssuedEvent, Env>
}

/** The hooks as the core calls them. */
export function toHooks<Env>(
  options: HookOptions<Env>,
): Hooks<Call<Env>> & { onIssued?: (event: IssuedEvent, call: Call<Env>) => unknown } {
  checkCallback(options, 'onIssued')
  checkCallback(options, 'onError')
  const { onIssued, onError } = options
  return {
    ...(onIssued && { onIssued: spread(onIssued) }),
    ...(onError && { onError: spread(onError) }),
  }
}

function spread<Event, Env>(hook: Hook<Event, Env>): (event: Event, call: Call<Env>) => unknown {
  return (event, { request, env, ctx }) => hook(event, request, env, ctx)
}
