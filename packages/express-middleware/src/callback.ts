import { type CallbackGuardOptions, createCallbackGuard } from '@usersig/core/endpoint'
import { toCallbackRequest, writeEndpointResponse } from '@usersig/node'
import type { Request, RequestHandler } from 'express'
import { type PassErrors, passedErrors } from './pass-errors.ts'

/** What {@link requireCallback} needs to know; a function as key gets Express's request. */
export type RequireCallbackOptions = CallbackGuardOptions<Request> & PassErrors

const eventsOfRequests = new WeakMap<object, { readonly event: unknown }>()

/**
 * Creates a guard for the callbacks (webhooks) that Tencent sends: those whose signature fits pass, the others get 403.
 * The body is read by the guard: mount it in front of `express.json()`.
 *
 * @param options the key (`trtcKey`) or the token (`chatToken`) that you chose in the console
 * @throws TypeError that shows the lines that are missing, when the key is
 * @example
 * ```ts
 * app.post('/trtc-callback', requireCallback({ trtcKey: process.env.TRTC_CALLBACK_KEY }), (req, res) => {
 *   console.log(getCallback(req))
 *   res.json({ code: 0 })
 * })
 * ```
 */
export function requireCallback(options: RequireCallbackOptions): RequestHandler {
  const errors = passedErrors(options)
  const guard = createCallbackGuard<Request>(errors.options)
  return (req, res, next) => {
    guard(toCallbackRequest(req))
      .then(({ event, response }) => {
        if (!response) {
          eventsOfRequests.set(req, { event })
          next()
          return
        }
        const error = errors.of(req)
        if (error) next(error)
        else writeEndpointResponse(res, response)
      })
      .catch(next)
  }
}

/**
 * The body of the callback that {@link requireCallback} let pass, parsed: `EventType` and others for TRTC,
 * `CallbackCommand` and others for Chat.
 *
 * @param req the request that the guard passed on
 * @throws TypeError when the guard is not mounted in front of the handler
 * @example
 * ```ts
 * const { EventType } = getCallback<{ EventType: number }>(req)
 * ```
 */
export function getCallback<Event = unknown>(req: Request): Event {
  const found = eventsOfRequests.get(req)
  if (found) return found.event as Event
  throw new TypeError(
    'this request has passed no guard, so it is no callback to trust. Mount the guard in front of the handler:\n\n  ' +
      "app.post('/callback', requireCallback({ trtcKey }), (req, res) => { … })\n",
  )
}
