import { createWebhookGuard, type WebhookOptions } from '@usersig/core/endpoint'
import { eventOf, keepEvent, type OptionTable, readOptions, WEBHOOK_OPTIONS } from '@usersig/core/internal'
import { BODY_OPTIONS, type BodyOptions, bodyOptions } from '@usersig/node/internal'
import type { Context } from 'koa'
import { answer, toWebhook } from './exchange.ts'
import type { KoaContext, KoaMiddleware } from './koa-types.ts'

/** What {@link requireWebhook} needs to know; a function as key gets Koa's context. */
export interface RequireWebhookOptions<C extends KoaContext = Context> extends WebhookOptions<C>, BodyOptions {}

const OPTIONS = { ...WEBHOOK_OPTIONS, ...BODY_OPTIONS } satisfies OptionTable<RequireWebhookOptions>

/**
 * Creates a guard for the webhooks that Tencent's servers send: those whose signature fits pass, the others get 403.
 * The guard reads the body: mount it before body parsers, or after one that keeps the text in `ctx.request.rawBody`, as
 * `@koa/bodyparser` and `koa-bodyparser` do.
 *
 * @param options the key (`trtcKey`) or the token (`chatToken`) that you chose in the console
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @example
 * ```ts
 * router.post('/webhooks/trtc', requireWebhook({ trtcKey: process.env.TRTC_WEBHOOK_KEY }), (ctx) => {
 *   console.log(getWebhook(ctx))
 *   ctx.body = { code: 0 }
 * })
 * ```
 */
export function requireWebhook<C extends KoaContext = Context>(options: RequireWebhookOptions<C>): KoaMiddleware {
  const read = readOptions<RequireWebhookOptions<C>>(
    options,
    OPTIONS as OptionTable<RequireWebhookOptions<C>>,
    'requireWebhook',
  )
  const { bodyTimeout, ...rest } = read
  const guard = createWebhookGuard<C>(rest)
  const body = bodyOptions(read)
  return async (ctx, next) => {
    const { event, response } = await guard(toWebhook(ctx as C, body))
    if (response) return await answer(ctx, response)
    keepEvent(ctx.req, event)
    await next()
  }
}

/**
 * The body of the webhook that {@link requireWebhook} let pass, parsed: `EventType` and others for TRTC,
 * `CallbackCommand` and others for Chat.
 *
 * @param ctx Koa's context
 * @throws TypeError when no guard saw the request
 * @example
 * ```ts
 * const { EventType } = getWebhook<{ EventType: number }>(ctx)
 * ```
 */
export function getWebhook<Event = unknown>(ctx: KoaContext): Event {
  return eventOf(ctx.req, "router.post('/webhooks/trtc', requireWebhook({ trtcKey }), (ctx) => { … })") as Event
}
