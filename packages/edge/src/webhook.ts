import { createWebhookGuard, type WebhookOptions } from '@usersig/core/endpoint'
import { eventOf, keepEvent } from '@usersig/core/internal'
import {
  checkHandler,
  checkNotHandler,
  type EdgeContext,
  type FetchHandler,
  type GuardedHandler,
} from './fetch-handler.ts'
import { toEndpointRequest, toResponse } from './translate.ts'

/** What {@link requireWebhook} needs to know: one of `trtcKey` and `chatToken`. */
export type RequireWebhookOptions<Env = unknown> = WebhookOptions<Request, EdgeContext<Env>>

const LINE = 'requireWebhook({ trtcKey })((request) => new Response(\'{"code":0}\'))'

/**
 * Puts a guard for webhooks from Tencent in front of a fetch handler: webhooks with a valid signature pass, the others
 * get 403. The guard reads the body; the handler gets it from {@link getWebhook}.
 *
 * @param given `trtcKey` or `chatToken` from the console: a string, several, or a function that gets `(request, { env,
 * ctx }, { sdkAppId })`
 * @returns a function from a handler to the guarded handler
 * @throws TypeError for an option that is missing, unknown or of the wrong type, with the line to add
 * @example
 * ```ts
 * const webhook = requireWebhook<Env>({ trtcKey: (_request, { env }) => env.TRTC_WEBHOOK_KEY })((request) => {
 *   console.log(getWebhook(request))
 *   return new Response('{"code":0}')
 * })
 * ```
 */
export function requireWebhook<Env = unknown>(
  given: RequireWebhookOptions<Env>,
): <HandlerEnv extends Env = Env>(handler: GuardedHandler<HandlerEnv>) => FetchHandler<HandlerEnv> {
  checkNotHandler(given, LINE)
  const guard = createWebhookGuard(given)
  return <HandlerEnv extends Env = Env>(handler: GuardedHandler<HandlerEnv>): FetchHandler<HandlerEnv> => {
    checkHandler(handler, LINE)
    return async (request, ...rest) => {
      const asked = toEndpointRequest<HandlerEnv>(request, rest)
      const query = (name: string) => new URL(request.url).searchParams.get(name)
      const { event, response } = await guard({ ...asked, query })
      if (response) return toResponse(response)
      keepEvent(request, event)
      return await handler(request, asked.context.env, asked.context.ctx)
    }
  }
}

/**
 * The body of the webhook that {@link requireWebhook} let pass, parsed: `EventType` and others for TRTC,
 * `CallbackCommand` and others for Chat.
 *
 * @param request the same request object that the guard passed on, not a copy
 * @throws TypeError if no guard handled this request
 * @example
 * ```ts
 * const { EventType } = getWebhook<{ EventType: number }>(request)
 * ```
 */
export function getWebhook<Event = unknown>(request: Request): Event {
  return eventOf(request, LINE) as Event
}
