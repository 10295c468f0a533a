/**
 * Issues and requires tickets in NestJS 11 and 12, on Express or Fastify.
 *
 * @module
 */
export { toUserId } from '@usersig/core'
export type { ErrorEvent, IssuedEvent } from '@usersig/core/endpoint'
export { getUserSig, UserSig } from './claims.ts'
export { UserSigException } from './exceptions.ts'
export { RequireUserSig, UserSigGuard } from './guard.ts'
export { keepHandshake } from './handshake.ts'
export { UserSigModule } from './module.ts'
export type {
  FrameworkRequest,
  UserSigIssuer,
  UserSigModuleExtras,
  UserSigModuleOptions,
  UserSigOptionsFactory,
  UserSigWebhooks,
} from './options.ts'
export type { UserSigModuleAsyncOptions, UserSigModuleRootOptions } from './read-options.ts'
export { UserSigService } from './service.ts'
export { getUserSigToken, InjectUserSig } from './tokens.ts'
export { getWebhook, RequireWebhook, Webhook, type WebhookKind } from './webhook.ts'
