import { createWebhookGuard, type WebhookOptions } from '@usersig/core/endpoint'
import { eventOf, keepEvent, type OptionTable, readOptions, WEBHOOK_OPTIONS } from '@usersig/core/internal'
import { BODY_OPTIONS, type BodyOptions, bodyOptions, contextOf, toWebhookRequest } from '@usersig/node/internal'
import type { Request, RequestHandler } from 'express'
import { answerWith, type ExpressContext, PASS_ERRORS, type PassErrors } from './pass-errors.ts'

/** What {@link requireWebhook} needs to know; a function as key gets Express's request, and `{ res }`. */
export interface RequireWebhookOptions extends WebhookOptions<Request, ExpressContext>, BodyOptions, PassErrors {}

const OPTIONS = { ...WEBHOOK_OPTIONS, ...BODY_OPTIONS, ...PASS_ERRORS } satisfies OptionTable<RequireWebhookOptions>

/**
 * Creates a guard for the webhooks that Tencent's servers send: those whose signature fits pass, the others get 403.
 * The guard reads the body: mount it before `express.json()`.
 *
 * @param options the key (`trtcKey`) or the token (`chatToken`) that you chose in the console
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @example
 * ```ts
 * app.post('/webhooks/trtc', requireWebhook({ trtcKey: process.env.TRTC_WEBHOOK_KEY }), (req, res) => {
 *   console.log(getWebhook(req))
 *   res.json({ code: 0 })
 * })
 * ```
 */
export function requireWebhook(options: RequireWebhookOptions): RequestHandler {
  const read = readOptions<RequireWebhookOptions>(options, OPTIONS, 'requireWebhook')
  const { passErrors, bodyTimeout, ...rest } = read
  const { hooks, answer } = answerWith(read)
  const guard = createWebhookGuard<Request, ExpressContext>({ ...rest, ...hooks })
  const body = bodyOptions(read)
  return (req, res, next) => {
    guard(toWebhookRequest(req, contextOf(res), body))
      .then(({ event, response }) => {
        if (response) return answer(response, req, res, next)
        keepEvent(req, event)
        return next()
      })
      .catch(next)
  }
}

/**
 * The body of the webhook that {@link requireWebhook} let pass, parsed: `EventType` and others for TRTC,
 * `CallbackCommand` and others for Chat.
 *
 * @param req the request that the guard passed on
 * @throws TypeError when no guard saw the request
 * @example
 * ```ts
 * const { EventType } = getWebhook<{ EventType: number }>(req)
 * ```
 */
export function getWebhook<Event = unknown>(req: Request): Event {
  return eventOf(req, "app.post('/webhooks/trtc', requireWebhook({ trtcKey }), (req, res) => { … })") as Event
}
