import { createCallbackGuard, type CallbackSecret as Secret } from '@usersig/core/endpoint'
import { type Call, type ExecutionContext, type FetchHandler, type MaybePromise, toCall } from './call.ts'
import type { GuardedHandler } from './guard.ts'
import { type ErrorHook, toHooks } from './hooks.ts'
import { toEndpointRequest, toResponse } from './translate.ts'
import { checkNames } from './wiring.ts'

type Text = Exclude<Secret<unknown>, (...args: never) => unknown>

/** What signs callbacks: a text, several of them during a change, or a function that knows them. */
export type CallbackSecret<Env> =
  | Text
  | ((request: Request, env: Env, ctx: ExecutionContext | undefined) => MaybePromise<Text>)

/**
 * What {@link requireCallback} needs to know, exactly one of these two:
 * - `trtcKey`, for callbacks of TRTC and call products: the key that you chose in the console.
 * - `chatToken`, for callbacks of Chat and Live: the token that you chose in the console. Nothing but the time is signed.
 */
export type RequireCallbackOptions<Env = unknown> = ErrorHook<Env> & {
  /** Longest body that is read, in bytes. @defaultValue 1 048 576, a MiB */
  maxBytes?: number
} & (
    | {
        /** For callbacks of TRTC and call products: the key that you chose in the console. */
        trtcKey: CallbackSecret<Env>
        chatToken?: never
      }
    | {
        /** For callbacks of Chat and Live: the token that you chose in the console. Nothing but the time is signed. */
        chatToken: CallbackSecret<Env>
        trtcKey?: never
      }
  )

const NAMES = ['trtcKey', 'chatToken', 'maxBytes', 'onError'] as const

const eventsOfRequests = new WeakMap<Request, { readonly event: unknown }>()

/**
 * Puts a guard for the callbacks (webhooks) that Tencent sends in front of a fetch handler: those whose signature fits
 * pass, the others get 403. The guard reads the body; the handler gets it from {@link getCallback}.
 *
 * @param handler what is called for callbacks that are authentic
 * @param options the key (`trtcKey`) or the token (`chatToken`) that you chose in the console
 * @throws TypeError that shows the line to add, when the handler or the key is missing
 * @example
 * ```ts
 * const callback = requireCallback<Env>(
 *   (request) => {
 *     console.log(getCallback(request))
 *     return Response.json({ code: 0 })
 *   },
 *   { trtcKey: (_request, env) => env.TRTC_CALLBACK_KEY },
 * )
 * ```
 */
export function requireCallback<Env = unknown>(
  handler: GuardedHandler<Env>,
  options: RequireCallbackOptions<Env>,
): FetchHandler<Env> {
  if (typeof handler !== 'function') {
    throw new TypeError(
      'the handler to guard is missing. Pass it in front of the options:\n\n  ' +
        'requireCallback((request) => Response.json({ code: 0 }), { trtcKey })\n',
    )
  }
  checkNames(options, NAMES, 'requireCallback')
  const { trtcKey, chatToken, maxBytes } = options
  const guard = createCallbackGuard<Call<Env>>({
    ...toHooks(options),
    ...(maxBytes !== undefined && { maxBytes }),
    ...(trtcKey !== undefined && { trtcKey: toSecret(trtcKey) }),
    ...(chatToken !== undefined && { chatToken: toSecret(chatToken) }),
  } as Parameters<typeof createCallbackGuard<Call<Env>>>[0])

  return async (request, ...rest) => {
    const query = (name: string) => new URL(request.url).searchParams.get(name)
    const { event, response } = await guard({ ...toEndpointRequest(toCall(request, rest)), query })
    if (response) return toResponse(response)
    eventsOfRequests.set(request, { event })
    return await handler(request, ...rest)
  }
}

/**
 * The body of the callback that {@link requireCallback} let pass, parsed: `EventType` and others for TRTC,
 * `CallbackCommand` and others for Chat.
 *
 * @param request the very request that the guard passed on, not a copy of it
 * @throws TypeError when no guard saw this request
 * @example
 * ```ts
 * const { EventType } = getCallback<{ EventType: number }>(request)
 * ```
 */
export function getCallback<Event = unknown>(request: Request): Event {
  const found = eventsOfRequests.get(request)
  if (found) return found.event as Event
  throw new TypeError(
    'this request has passed no guard, so it is no callback to trust; or it is a copy of the one that did. Guard the ' +
      'handler:\n\n  requireCallback((request) => Response.json({ code: 0 }), { trtcKey })\n',
  )
}

function toSecret<Env>(secret: CallbackSecret<Env>): Secret<Call<Env>> {
  return typeof secret === 'function' ? ({ request, env, ctx }) => secret(request, env, ctx) : secret
}
