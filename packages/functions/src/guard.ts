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
   * Set `true` if clients call the function with `wx.cloud.callFunction` or similar, and not over HTTP. Such calls have
   * no headers: `getToken` must read the ticket from the event.
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
 * Puts a guard in front of a function: requests with a valid UserSig pass, by default in `Authorization: Bearer`;
 * others get 401. The function reads the claims with {@link getUserSig}. Its result or error is passed on.
 *
 * @param given the key, the place of the ticket, withdrawn tickets; callbacks get `(event, context)`
 * @returns a function from your function to the guarded one
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
 * @param event the same event object that the guard passed on, not a copy. On `@cloudbase/functions-framework`, where
 * it may be a string, you can pass the context
 * @throws TypeError if no guard handled this event
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(event)
 * ```
 */
export function getUserSig(event: object): UserSigClaims {
  return claimsOf(event, LINE)
}
