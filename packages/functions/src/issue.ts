import { createUserSigEndpoint, type EndpointOptions } from '@usersig/core/endpoint'
import { ENDPOINT_OPTIONS, flag, type OptionTable, readOptions } from '@usersig/core/internal'
import { answerCallable, type CallableAnswer, toCallableRequest } from './forms/callable.ts'
import type { FunctionAnswer } from './forms/form.ts'
import { requireHttp } from './forms/read-http.ts'
import type { FunctionHandler } from './handler.ts'
import { withKeyOfFunction } from './key.ts'
import { toEndpointRequest } from './request.ts'

/** What {@link issueUserSig} needs to know. Callbacks get the event and the context of the platform. */
// biome-ignore lint/suspicious/noExplicitAny: each platform has its own types of events, and some have none.
export interface IssueUserSigOptions<Event = any, Context = any> extends EndpointOptions<Event, Context> {
  /**
   * Set `true` if clients call the function with `wx.cloud.callFunction`, `app.callFunction` or
   * `uniCloud.callFunction`, and not over HTTP. The client then writes the whole event, so `authenticate` must use the
   * identity from the platform, such as `cloud.getWXContext().OPENID`.
   * @defaultValue false: requests come over HTTP
   */
  callable?: boolean
}

const OPTIONS: OptionTable<IssueUserSigOptions> = { ...ENDPOINT_OPTIONS, callable: flag }

/**
 * Creates the function at which a logged-in user fetches tickets: `POST`, without a body or with `{"roomId": …}` or
 * `{"strRoomId": …}`, on every supported platform.
 *
 * Without `credentials` and `signer`, the key comes from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY` of `process.env`.
 *
 * @param given `authenticate`, and the other options; callbacks get `(event, context)`
 * @returns the function to export as `handler`, `main` or `main_handler`. It rejects with a `TypeError` for an event
 * that is not an HTTP request, or for an HTTP request to a `callable` function
 * @throws TypeError for an option that is missing, unknown or of the wrong type, with the line to add
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire` for values that are known at start
 * @example
 * ```ts
 * exports.handler = issueUserSig({ authenticate: (event) => event.requestContext.authorizer.jwt.claims.sub })
 * ```
 * @example In a WeChat cloud function
 * ```ts
 * exports.main = issueUserSig({ callable: true, authenticate: () => cloud.getWXContext().OPENID })
 * ```
 */
// biome-ignore lint/suspicious/noExplicitAny: each platform has its own types of events, and some have none.
export function issueUserSig<Event = any, Context = any>(
  given: IssueUserSigOptions<Event, Context> & { callable: true },
): FunctionHandler<Event, Context, CallableAnswer>
// biome-ignore lint/suspicious/noExplicitAny: as above.
export function issueUserSig<Event = any, Context = any>(
  given: IssueUserSigOptions<Event, Context>,
): FunctionHandler<Event, Context, FunctionAnswer>
export function issueUserSig<Event, Context>(
  given: IssueUserSigOptions<Event, Context>,
): FunctionHandler<Event, Context, FunctionAnswer | CallableAnswer> {
  const { callable = false, ...options } = readOptions<IssueUserSigOptions<Event, Context>>(
    given,
    OPTIONS,
    'issueUserSig',
  )
  const endpoint = createUserSigEndpoint<Event, Context>(withKeyOfFunction(options))
  if (callable) {
    return async (event, context) => answerCallable(await endpoint(toCallableRequest(event, context)))
  }
  return async (event, context) => {
    const form = requireHttp(event, context)
    return form.answer(await endpoint(toEndpointRequest(form, event, context)))
  }
}
