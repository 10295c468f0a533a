import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  SetMetadata,
  type Type,
  UseGuards,
} from '@nestjs/common'
import { type CallbackGuard, type CallbackGuardOptions, createCallbackGuard } from '@usersig/core/endpoint'
import { toCallbackRequest } from '@usersig/node'
import { toHttpException } from './exceptions.ts'
import { ROUTE_CONFIG, ROUTE_CONFIG_KEY, showType } from './issuer/unparsed-body.ts'
import type { FrameworkRequest, UserSigModuleOptions } from './options.ts'
import { toNodeRequest } from './platform.ts'
import { callbacksToken } from './tokens.ts'

/** Whose callbacks a route takes. */
export type CallbackKind = 'trtc' | 'chat'

/** The guards of the core, one for each secret that the module knows. */
export type CallbackGuards = Partial<Record<CallbackKind, CallbackGuard<FrameworkRequest>>>

export function createCallbackGuards({ callbacks = {}, onError }: UserSigModuleOptions): CallbackGuards {
  const { trtcKey, chatToken, maxBytes } = callbacks
  const shared = { ...(maxBytes !== undefined && { maxBytes }), ...(onError && { onError }) }
  const create = (options: CallbackGuardOptions<FrameworkRequest>) => createCallbackGuard({ ...shared, ...options })
  return {
    ...(trtcKey !== undefined && { trtc: create({ trtcKey }) }),
    ...(chatToken !== undefined && { chat: create({ chatToken }) }),
  }
}

const eventsOfRequests = new WeakMap<object, { readonly event: unknown }>()
const guards = new Map<string, Type<CanActivate>>()

function callbackGuardFor(kind: CallbackKind, name: string | undefined): Type<CanActivate> {
  const key = `${kind} ${name ?? ''}`
  const known = guards.get(key)
  if (known) return known

  @Injectable()
  class UserSigCallbackGuard implements CanActivate {
    readonly #check: CallbackGuard<FrameworkRequest>

    constructor(@Inject(callbacksToken(name)) checks: CallbackGuards) {
      const check = checks[kind]
      if (!check) {
        const option = kind === 'trtc' ? 'trtcKey' : 'chatToken'
        throw new TypeError(
          `@RequireCallback('${kind}') has nothing to check callbacks with. Add to the options of UserSigModule:\n\n` +
            `  callbacks: { ${option}: 'what you chose in the console' },\n`,
        )
      }
      this.#check = check
    }

    async canActivate(context: ExecutionContext): Promise<boolean> {
      const request = context.switchToHttp().getRequest<object & { rawBody?: unknown }>()
      showType(request)
      const { event, response, error } = await this.#check({
        ...toCallbackRequest(withRawBody(request)),
        source: request,
      })
      if (response) throw toHttpException(context, response, error)
      eventsOfRequests.set(request, { event })
      return true
    }
  }
  guards.set(key, UserSigCallbackGuard)
  return UserSigCallbackGuard
}

/** Fastify keeps a body that a parser has taken to its own request. */
function withRawBody(request: object & { rawBody?: unknown }): ReturnType<typeof toNodeRequest> {
  const node = toNodeRequest(request)
  return request.rawBody === undefined || node === request ? node : Object.assign(node, { rawBody: request.rawBody })
}

/**
 * Lets only callbacks (webhooks) of Tencent pass whose signature fits; the others get 403. The body is kept from the
 * parsers of the app, as its bytes are what is signed: read it with `@Callback()`, not with `@Body()`. For handlers, not
 * for classes.
 *
 * @param kind `trtc` for TRTC and call products, `chat` for Chat and Live
 * @param name the `name` of the module that knows the secret
 * @example
 * ```ts
 * @Post('trtc-callback')
 * @HttpCode(200)
 * @RequireCallback('trtc')
 * onEvent(@Callback() event: { EventType: number }) {
 *   return { code: 0 }
 * }
 * ```
 */
export function RequireCallback(kind: CallbackKind, name?: string): MethodDecorator {
  return applyDecorators(UseGuards(callbackGuardFor(kind, name)), SetMetadata(ROUTE_CONFIG_KEY, ROUTE_CONFIG))
}

/**
 * The body of the callback that the guard let pass, parsed.
 *
 * @param request the request of Express or Fastify
 * @throws TypeError when the guard is not in front of the handler
 * @example
 * ```ts
 * const { EventType } = getCallback<{ EventType: number }>(request)
 * ```
 */
export function getCallback<Event = unknown>(request: object): Event {
  const found = eventsOfRequests.get(request)
  if (found) return found.event as Event
  throw new TypeError(
    "no guard let this pass, so it is no callback to trust. Add to the handler:\n\n  @RequireCallback('trtc')\n",
  )
}

/**
 * The body of the callback that the guard let pass, as a parameter of the handler.
 *
 * @example
 * ```ts
 * @Post('chat-callback')
 * @HttpCode(200)
 * @RequireCallback('chat')
 * onEvent(@Callback() event: { CallbackCommand: string }) {
 *   return { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
 * }
 * ```
 */
export const Callback: () => ParameterDecorator = createParamDecorator((_: unknown, context: ExecutionContext) =>
  getCallback(context.switchToHttp().getRequest<object>()),
)
