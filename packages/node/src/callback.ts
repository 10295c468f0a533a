import type { IncomingMessage } from 'node:http'
import { type CallbackGuardOptions, type CallbackRequest, createCallbackGuard } from '@usersig/core/endpoint'
import { checkBodyTimeout } from './body.ts'
import { type BodyOptions, toEndpointRequest, writeEndpointResponse } from './exchange.ts'
import type { NodeRequest, NodeResponse } from './message.ts'
import { failed, type Next } from './serve.ts'

/** What {@link requireCallback} needs to know; a function as key gets Node's request. */
export type RequireCallbackOptions<Request extends NodeRequest = IncomingMessage> = CallbackGuardOptions<Request> &
  BodyOptions

const eventsOfRequests = new WeakMap<object, { readonly event: unknown }>()

/**
 * Creates a guard for the callbacks (webhooks) that Tencent sends: those whose signature fits are handed to `next()`,
 * the others get 403. The body is read by the guard: mount it in front of body parsers.
 *
 * @param options the key (`trtcKey`) or the token (`chatToken`) that you chose in the console
 * @throws TypeError that shows the lines that are missing, when the key is
 * @example
 * ```ts
 * const guard = requireCallback({ trtcKey: process.env.TRTC_CALLBACK_KEY })
 * createServer((req, res) => guard(req, res, () => {
 *   console.log(getCallback(req))
 *   res.end('{"code":0}')
 * }))
 * ```
 */
export function requireCallback<Request extends NodeRequest = IncomingMessage>(
  options: RequireCallbackOptions<Request>,
): (req: Request, res: NodeResponse, next: Next) => void {
  const guard = createCallbackGuard<Request>(options)
  const bodyTimeout = checkBodyTimeout(options.bodyTimeout)
  return (req, res, next) => {
    if (typeof next !== 'function') {
      throw new TypeError(
        'requireCallback() has nobody to hand callbacks on to. On a bare server, pass what comes next:\n\n  ' +
          'guard(req, res, () => res.end(JSON.stringify({ code: 0 })))\n',
      )
    }
    guard(toCallbackRequest(req, { bodyTimeout }))
      .then(({ event, response }) => {
        if (response) {
          writeEndpointResponse(res, response)
          return
        }
        eventsOfRequests.set(req, { event })
        next()
      })
      .catch((error) => failed(error, res, next))
  }
}

/**
 * The body of the callback that {@link requireCallback} let pass, parsed: `EventType` and others for TRTC,
 * `CallbackCommand` and others for Chat.
 *
 * @param req the request that the guard passed on
 * @throws TypeError when no guard saw this request
 * @example
 * ```ts
 * const { EventType } = getCallback<{ EventType: number }>(req)
 * ```
 */
export function getCallback<Event = unknown>(req: object): Event {
  const found = eventsOfRequests.get(req)
  if (found) return found.event as Event
  throw new TypeError(
    'this request has passed no guard, so it is no callback to trust. Mount the guard in front of the handler:\n\n  ' +
      "app.use('/callback', requireCallback({ trtcKey }))\n",
  )
}

/**
 * Translates a request of Node.js for `createCallbackGuard`: for writing an adapter for a framework that passes Node's
 * request on. A parser that keeps the bytes in `rawBody` may stand in front.
 *
 * @param req Node's request
 * @param options how the body is read
 * @throws TypeError when `bodyTimeout` is no number of seconds
 * @example
 * ```ts
 * const guard = createCallbackGuard<IncomingMessage>({ trtcKey })
 * const { event, response } = await guard(toCallbackRequest(req))
 * ```
 */
export function toCallbackRequest<Request extends NodeRequest>(
  req: Request,
  options: BodyOptions = {},
): CallbackRequest<Request> {
  const request = toEndpointRequest(req, options)
  const { rawBody } = req as { rawBody?: unknown }
  return {
    ...request,
    ...(rawBody instanceof Uint8Array && { readBody: () => Promise.resolve(rawBody) }),
    query: (name) => new URLSearchParams(/\?[^#]*/.exec(req.url ?? '')?.[0]).get(name),
  }
}
