import type { UserSigClaims } from '@usersig/core'
import {
  createUserSigGuard,
  type EndpointRequest,
  type EndpointResponse,
  type GuardOptions,
} from '@usersig/core/endpoint'
import { claimsOf, flag, GUARD_OPTIONS, keepClaims, type OptionTable, readOptions } from '@usersig/core/internal'
import { answerCallable, type CallableAnswer, toCallableRequest } from './forms/callable.ts'
import type { FunctionAnswer } from './forms/form.ts'
import { requireHttp } from './forms/read-http.ts'
import { checkHandler, checkNotHandler, type FunctionHandler, type GuardedFunction, requestObjects } from './handler.ts'
import { withKeyOfFunction } from './key.ts'
import { toEndpointRequest } from './request.ts'

/** What {@link requireUserSig} may be told. Callbacks get the event and the context of the platform. */
// biome-ignore lint/suspicious/noExplicitAny: each platform has its own types of events, and some have none.
export interface RequireUserSigOptions<Event = any, Context = any> extends GuardOptions<Event, Context> {
  /**
   * Whether clients call the function by `wx.cloud.callFunction` or the like, and not over HTTP. There are no headers
   * then: `getToken` takes the ticket from the event.
   * @defaultValue false: requests come over HTTP
   */
  callable?: boolean
}

const OPTIONS: OptionTable<RequireUserSigOptions> = { ...GUARD_OPTIONS, callable: flag }

const LINE = 'requireUserSig(options)((event) => ({ statusCode: 200, body: getUserSig(event).userId }))'

/** A call, and how to answer it. */
interface Call<Event, Context> {
  readonly request: EndpointRequest<Event, Context>
  readonly answer: (response: EndpointResponse) => FunctionAnswer | CallableAnswer
}

/**
 * Puts a guard in front of a function: requests pass that bring a valid UserSig, by default as `Authorization: Bearer`;
 * others get 401. The function reads the claims with {@link getUserSig}. What it returns or throws is passed on.
 *
 * @param given where the key and the ticket are, which tickets were withdrawn; callbacks get `(event, context)`
 * @returns a function that takes the function to guard, and returns the guarded one
 * @throws TypeError for an option that is unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`
 * @example
 * ```ts
 * exports.handler = requireUserSig()((event) => ({ statusCode: 200, body: getUserSig(event).userId }))
 * ```
 */
// biome-ignore lint/suspicious/noExplicitAny: each platform has its own types of events, and some have none.
export function requireUserSig<Event = any, Context = any>(
  given?: RequireUserSigOptions<Event, Context>,
): <Result>(
  handler: GuardedFunction<Event, Context, Result>,
) => FunctionHandler<Event, Context, Result | FunctionAnswer | CallableAnswer> {
  checkNotHandler(given, LINE)
  const { callable = false, ...options } = readOptions<RequireUserSigOptions<Event, Context>>(
    given,
    OPTIONS,
    'requireUserSig',
  )
  const guard = createUserSigGuard<Event, Context>(withKeyOfFunction(options))
  const read = callable ? readCallable : readRequest
  return (handler) => {
    checkHandler(handler, LINE)
    return async (event, context) => {
      const { request, answer } = read(event, context)
      const { claims, response } = await guard(request)
      if (!claims) return answer(response)
      for (const object of requestObjects(event, context)) keepClaims(object, claims)
      return await handler(event, context)
    }
  }
}

function readCallable<Event, Context>(event: Event, context: Context): Call<Event, Context> {
  return { request: toCallableRequest(event, context), answer: answerCallable }
}

function readRequest<Event, Context>(event: Event, context: Context): Call<Event, Context> {
  const form = requireHttp(event, context)
  return { request: toEndpointRequest(form, event, context), answer: form.answer }
}

/**
 * The claims of the ticket that {@link requireUserSig} let pass.
 *
 * @param event the very event that the guard passed on, not a copy of it. On `@cloudbase/functions-framework`, where it
 *   may be a text, the context does as well
 * @throws TypeError when no guard saw this event
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(event)
 * ```
 */
export function getUserSig(event: object): UserSigClaims {
  return claimsOf(event, LINE)
}
