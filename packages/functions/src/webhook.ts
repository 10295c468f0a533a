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
 * Puts a guard for webhooks from Tencent in front of a function: webhooks with a valid signature pass, the others get
 * 403. The function gets the body from {@link getWebhook}.
 *
 * `@cloudbase/functions-framework` parses the body before the function gets it. TRTC's signature covers the raw bytes
 * and cannot be checked there, so those webhooks are refused.
 *
 * @param given `trtcKey` or `chatToken` from the console: a string, several, or a function that gets `(event, context,
 * { sdkAppId })`
 * @returns a function from your function to the guarded one
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
 * @param event the same event object that the guard passed on, not a copy
 * @throws TypeError if no guard handled this event
 * @example
 * ```ts
 * const { EventType } = getWebhook<{ EventType: number }>(event)
 * ```
 */
export function getWebhook<Webhook = unknown>(event: object): Webhook {
  return eventOf(event, LINE) as Webhook
}
