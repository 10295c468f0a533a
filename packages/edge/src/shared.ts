import type { SharedOptions as CoreOptions, NotIssuedBefore } from '@usersig/core/endpoint'
import type { Call, ExecutionContext, MaybePromise } from './call.ts'

type Moment = Exclude<NotIssuedBefore<unknown>, (...args: never) => unknown>

/** What the handler and the guard have in common. */
export interface SharedOptions<Env> {
  /**
   * From which moment on tickets count: a `Date` or Unix seconds for everybody, or a function that knows it for each
   * user, such as when the user was kicked out. The guard refuses older tickets; the handler issues none that the guard
   * would refuse, even in the same second.
   * @defaultValue all tickets count that have not expired
   */
  notIssuedBefore?:
    | Moment
    | ((
        userId: string,
        request: Request,
        env: Env,
        ctx: ExecutionContext | undefined,
      ) => MaybePromise<Moment | null | undefined>)
  /** How long each callback, and a signer whose key is elsewhere, may take, in seconds; 503 then. @defaultValue 10 */
  callbackTimeout?: number
}

/** The names of these options. */
export const SHARED_NAMES = ['notIssuedBefore', 'callbackTimeout'] as const

/** The options as the core takes them. */
export function toShared<Env>(
  options: SharedOptions<Env>,
): Pick<CoreOptions<Call<Env>>, 'notIssuedBefore' | 'callbackTimeout'> {
  const { notIssuedBefore, callbackTimeout } = options
  const moment =
    typeof notIssuedBefore === 'function'
      ? (userId: string, { request, env, ctx }: Call<Env>) => notIssuedBefore(userId, request, env, ctx)
      : notIssuedBefore
  return {
    ...(moment !== undefined && { notIssuedBefore: moment }),
    ...(callbackTimeout !== undefined && { callbackTimeout }),
  }
}
