import { createWebhookGuard, type WebhookOptions } from '@usersig/core/endpoint'
import { eventOf, keepEvent } from '@usersig/core/internal'
import { toResponse } from '@usersig/edge/internal'
import type { Context, Env, MiddlewareHandler } from 'hono'
import { HonoRequest } from './request.ts'

/** What {@link requireWebhook} needs to know: one of `trtcKey` and `chatToken`. */
// biome-ignore lint/suspicious/noExplicitAny: as Hono's own Context without a type argument.
export type RequireWebhookOptions<E extends Env = any> = WebhookOptions<Context<E>>

/**
 * Creates a guard for webhooks from Tencent as middleware: webhooks with a valid signature pass, the others get 403.
 * The guard reads the body; handlers after it get it from {@link getWebhook}.
 *
 * @param given `trtcKey` or `chatToken` from the console: a string, several, or a function that gets Hono's context,
 * `undefined`, and the webhook's unsigned `{ sdkAppId }`
 * @throws TypeError for an option that is missing, unknown or of the wrong type, with the line to add
 * @example
 * ```ts
 * app.post('/webhook', requireWebhook({ trtcKey: (c) => c.env.TRTC_WEBHOOK_KEY }), (c) => {
 *   console.log(getWebhook(c))
 *   return c.json({ code: 0 })
 * })
 * ```
 */
// biome-ignore lint/suspicious/noExplicitAny: as Hono's own Context without a type argument.
export function requireWebhook<E extends Env = any>(given: RequireWebhookOptions<E>): MiddlewareHandler<E> {
  const guard = createWebhookGuard(given)
  return async (c, next) => {
    const { event, response } = await guard(new HonoRequest(c))
    if (response) return toResponse(response)
    keepEvent(c, event)
    return await next()
  }
}

/**
 * The body of the webhook that {@link requireWebhook} let pass, parsed: `EventType` and others for TRTC,
 * `CallbackCommand` and others for Chat.
 *
 * @param c Hono's context
 * @throws TypeError when no guard saw this request
 * @example
 * ```ts
 * const { EventType } = getWebhook<{ EventType: number }>(c)
 * ```
 */
export function getWebhook<Event = unknown>(c: Context): Event {
  return eventOf(c, "app.post('/webhook', requireWebhook({ trtcKey }), (c) => c.json({ code: 0 }))") as Event
}
