/**
 * Issues and requires tickets in NestJS 11 and 12, on Express or Fastify.
 *
 * @module
 */
export { AsyncUserSigService } from './async-service.ts'
export { Callback, type CallbackKind, getCallback, RequireCallback } from './callback.ts'
export { getUserSig, UserSig } from './claims.ts'
export { UserSigExceptionFilter, UserSigGuardException, UserSigUnauthorizedException } from './exceptions.ts'
export { UserSigGuard, UserSigGuardFor } from './guard.ts'
export { keepHandshake } from './handshake.ts'
export { UserSigModule, type UserSigModuleForRoot, type UserSigModuleForRootAsync } from './module.ts'
export type {
  CallbackSecrets,
  FrameworkRequest,
  UserSigIssuer,
  UserSigModuleExtras,
  UserSigModuleOptions,
  UserSigOptionsFactory,
} from './options.ts'
export { RequireUserSig } from './require.ts'
export { UserSigService } from './service.ts'
export { getAsyncUserSigToken, getUserSigToken, InjectAsyncUserSig, InjectUserSig } from './tokens.ts'
