import type { IncomingMessage, ServerResponse } from 'node:http'
import { createWebhookGuard, type WebhookOptions } from '@usersig/core/endpoint'
import { eventOf, keepEvent, type OptionTable, readOptions, WEBHOOK_OPTIONS } from '@usersig/core/internal'
import { BODY_OPTIONS, type BodyOptions, bodyOptions } from './body.ts'
import { contextOf, toWebhookRequest, writeEndpointResponse } from './exchange.ts'
import { checkNext } from './next.ts'
import type { NodeContext, NodeGuard, NodeRequest, NodeResponse } from './node-types.ts'

/** What {@link requireWebhook} needs to know; a function as key gets Node's request, and `{ res }`. */
export interface RequireWebhookOptions<
  Request extends NodeRequest = IncomingMessage,
  Response extends NodeResponse = ServerResponse,
> extends WebhookOptions<Request, NodeContext<Response>>,
    BodyOptions {}

const OPTIONS = { ...WEBHOOK_OPTIONS, ...BODY_OPTIONS } satisfies OptionTable<RequireWebhookOptions>

/**
 * Creates a guard for the webhooks that Tencent's servers send: those whose signature fits are handed to `next()`, the
 * others get 403. The guard reads the body: mount it before body parsers.
 *
 * @param options the key (`trtcKey`) or the token (`chatToken`) that you chose in the console
 * @throws TypeError for an option that is missing, unknown or of the wrong type
 * @example
 * ```ts
 * const guard = requireWebhook({ trtcKey: process.env.TRTC_WEBHOOK_KEY })
 * createServer((req, res) => guard(req, res, () => {
 *   console.log(getWebhook(req))
 *   res.end('{"code":0}')
 * }))
 * ```
 */
export function requireWebhook<
  Request extends NodeRequest = IncomingMessage,
  Response extends NodeResponse = ServerResponse,
>(options: RequireWebhookOptions<Request, Response>): NodeGuard<Request, Response> {
  const read = readOptions<RequireWebhookOptions<Request, Response>>(
    options,
    OPTIONS as OptionTable<RequireWebhookOptions<Request, Response>>,
    'requireWebhook',
  )
  const { bodyTimeout, ...rest } = read
  const guard = createWebhookGuard<Request, NodeContext<Response>>(rest)
  const body = bodyOptions(read)
  return (req, res, next) => {
    checkNext(next, 'requireWebhook', 'res.end(JSON.stringify({ code: 0 }))')
    guard(toWebhookRequest(req, contextOf(res), body))
      .then(({ event, response }) => {
        if (response) {
          writeEndpointResponse(res, response)
          return
        }
        keepEvent(req, event)
        next()
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
export function getWebhook<Event = unknown>(req: NodeRequest): Event {
  return eventOf(req, "app.use('/webhooks/trtc', requireWebhook({ trtcKey }))") as Event
}
