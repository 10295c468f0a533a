import { createWebhookGuard, type WebhookOptions } from '@usersig/core/endpoint'
import { eventOf, keepEvent } from '@usersig/core/internal'
import type { FunctionAnswer } from './forms/form.ts'
import { requireHttp } from './forms/read-http.ts'
import { checkHandler, checkNotHandler, type FunctionHandler, type GuardedFunction, requestObjects } from './handler.ts'
import { toWebhookRequest } from './request.ts'

/** What {@link requireWebhook} needs to know: one of `trtcKey` and `chatToken`. */
// biome-ignore lint/suspicious/noExplicitAny: each platform has its own types of events, and some have none.
export type RequireWebhookOptions<Event = any, Context = any> = WebhookOptions<Event, Context>

const LINE = 'requireWebhook({ trtcKey })((event) => ({ statusCode: 200, body: \'{"code":0}\' }))'

/**
 * Puts a guard for the webhooks of Tencent's servers in front of a function: those whose signature fits pass, the others
 * get 403. The function gets the body from {@link getWebhook}.
 *
 * On `@cloudbase/functions-framework` the body is parsed before any function gets it, so that TRTC's signature, which is
 * over its bytes, cannot be checked: those webhooks are refused there.
 *
 * @param given `trtcKey` or `chatToken`, what you chose in the console: a text, several, or a function that gets
 *   `(event, context, { sdkAppId })`
 * @returns a function that takes the function to guard, and returns the guarded one
 * @throws TypeError for an option that is missing, unknown or of the wrong type, with the line to add
 * @example
 * ```ts
 * exports.main = requireWebhook({ trtcKey: process.env.TRTC_WEBHOOK_KEY })((event) => {
 *   console.log(getWebhook(event))
 *   return { statusCode: 200, body: '{"code":0}' }
 * })
 * ```
 */
// biome-ignore lint/suspicious/noExplicitAny: each platform has its own types of events, and some have none.
export function requireWebhook<Event = any, Context = any>(
  given: RequireWebhookOptions<Event, Context>,
): <Result>(
  handler: GuardedFunction<Event, Context, Result>,
) => FunctionHandler<Event, Context, Result | FunctionAnswer> {
  checkNotHandler(given, LINE)
  const guard = createWebhookGuard<Event, Context>(given)
  return (handler) => {
    checkHandler(handler, LINE)
    return async (event, context) => {
      const form = requireHttp(event, context)
      const { event: webhook, response } = await guard(toWebhookRequest(form, event, context))
      if (response) return form.answer(response)
      for (const object of requestObjects(event, context)) keepEvent(object, webhook)
      return await handler(event, context)
    }
  }
}

/**
 * The body of the webhook that {@link requireWebhook} let pass, parsed: `EventType` and others for TRTC,
 * `CallbackCommand` and others for Chat.
 *
 * @param event the very event that the guard passed on, not a copy of it
 * @throws TypeError when no guard saw this event
 * @example
 * ```ts
 * const { EventType } = getWebhook<{ EventType: number }>(event)
 * ```
 */
export function getWebhook<Webhook = unknown>(event: object): Webhook {
  return eventOf(event, LINE) as Webhook
}
