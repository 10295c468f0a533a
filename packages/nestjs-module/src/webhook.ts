import {
  applyDecorators,
  type CanActivate,
  createParamDecorator,
  type ExecutionContext,
  Inject,
  Injectable,
  type Type,
  UseGuards,
} from '@nestjs/common'
import { createWebhookGuard, type WebhookGuard } from '@usersig/core/endpoint'
import { eventOf, keepEvent, ownOptions, WEBHOOK_OPTIONS } from '@usersig/core/internal'
import { showType } from './body/express.ts'
import { KeepBody } from './body/unparsed.ts'
import { documentWebhook } from './documents/decorators.ts'
import { toException } from './exceptions.ts'
import type { FrameworkRequest, UserSigModuleOptions } from './options.ts'
import { toWebhook } from './platform.ts'
import { optionsFor } from './read-options.ts'
import { webhooksToken } from './tokens.ts'

/** Webhooks for a route: those of TRTC and call products, or those of Chat and TUILiveKit. */
export type WebhookKind = 'trtc' | 'chat'

const SECRETS = { trtc: 'trtcKey', chat: 'chatToken' } as const

type Check = WebhookGuard<FrameworkRequest, ExecutionContext>

/** The guards of the core, one for each secret that the module knows. */
export type WebhookChecks = Partial<Record<WebhookKind, Check>>

/** Source: cloud.tencent.com/document/product/269/32431. */
const CHAT_MAX_AGE = 60

export function createWebhookChecks(options: UserSigModuleOptions): WebhookChecks {
  const { trtcKey, chatToken, maxAge, maxBytes } = ownOptions(options.webhooks ?? {})
  const shared = { ...optionsFor(options, WEBHOOK_OPTIONS), ...(maxBytes !== undefined && { maxBytes }) }
  const create = createWebhookGuard<FrameworkRequest, ExecutionContext>
  return {
    ...(trtcKey !== undefined && {
      trtc: create({ ...shared, trtcKey, ...(maxAge !== undefined && { maxAge }) }),
    }),
    ...(chatToken !== undefined && {
      chat: create({ ...shared, chatToken, maxAge: Math.min(maxAge ?? CHAT_MAX_AGE, CHAT_MAX_AGE) }),
    }),
  }
}

const guards = new Map<string, Type<CanActivate>>()

function guardFor(kind: WebhookKind, name: string | undefined): Type<CanActivate> {
  const key = `${kind} ${name ?? ''}`
  const known = guards.get(key)
  if (known) return known

  @Injectable()
  class UserSigWebhookGuard implements CanActivate {
    readonly #check: Check

    constructor(@Inject(webhooksToken(name)) checks: WebhookChecks) {
      this.#check = checks[kind] ?? noSecret(kind)
    }

    async canActivate(context: ExecutionContext): Promise<boolean> {
      const request = context.switchToHttp().getRequest<object>()
      showType(request)
      const { event, response, error } = await this.#check(toWebhook(request, context))
      if (response) throw await toException(context, response, error)
      keepEvent(request, event)
      return true
    }
  }
  guards.set(key, UserSigWebhookGuard)
  return UserSigWebhookGuard
}

function noSecret(kind: WebhookKind): never {
  throw new TypeError(
    `@RequireWebhook('${kind}') has nothing to check webhooks with. Add to the options of UserSigModule:\n\n` +
      `  webhooks: { ${SECRETS[kind]}: 'what you chose in the console' },\n`,
  )
}

/**
 * Passes only webhooks with a valid signature of Tencent; the others get 403. The app's parsers do not get the body,
 * because the signature covers its bytes: read it with `@Webhook()`, not with `@Body()`. For handlers, not for classes.
 *
 * @param kind `trtc` for TRTC and call products, `chat` for Chat and TUILiveKit
 * @param name the `name` of the module with the secret
 * @throws TypeError for an unknown kind, or a name that is empty or not a string
 * @example
 * ```ts
 * @Post('webhooks/trtc')
 * @HttpCode(200)
 * @RequireWebhook('trtc')
 * onEvent(@Webhook() event: { EventType: number }) {
 *   return { code: 0 }
 * }
 * ```
 */
export function RequireWebhook(kind: WebhookKind, name?: string): MethodDecorator {
  if (!Object.hasOwn(SECRETS, kind)) throw new TypeError("@RequireWebhook() needs 'trtc' or 'chat'")
  return applyDecorators(UseGuards(guardFor(kind, name)), KeepBody(), documentWebhook())
}

/**
 * The body of the webhook that the guard let pass, parsed, for code outside of a handler's parameters.
 *
 * @param request the request of Express or Fastify
 * @throws TypeError when the guard is not before the handler
 * @example
 * ```ts
 * const { EventType } = getWebhook<{ EventType: number }>(request)
 * ```
 */
export function getWebhook<Event = unknown>(request: object): Event {
  return eventOf(request, "@RequireWebhook('trtc')") as Event
}

/**
 * The body of the webhook that the guard let pass, parsed, as a parameter of the handler.
 *
 * @throws TypeError when the guard is not before the handler
 * @example
 * ```ts
 * @Post('webhooks/chat')
 * @HttpCode(200)
 * @RequireWebhook('chat')
 * onEvent(@Webhook() event: { CallbackCommand: string }) {
 *   return { ActionStatus: 'OK', ErrorCode: 0, ErrorInfo: '' }
 * }
 * ```
 */
export const Webhook: () => ParameterDecorator = createParamDecorator((_: unknown, context: ExecutionContext) =>
  getWebhook(context.switchToHttp().getRequest<object>()),
)
