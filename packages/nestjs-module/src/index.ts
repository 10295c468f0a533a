export { getUserSig, UserSig } from './claims.ts'
export { UserSigExceptionFilter, UserSigGuardException, UserSigUnauthorizedException } from './exceptions.ts'
export { UserSigGuard, UserSigGuardFor } from './guard.ts'
export { keepHandshake } from './handshake.ts'
export { UserSigModule, type UserSigModuleForRoot, type UserSigModuleForRootAsync } from './module.ts'
export type {
  FrameworkRequest,
  UserSigIssuer,
  UserSigModuleExtras,
  UserSigModuleOptions,
  UserSigOptionsFactory,
} from './options.ts'
export { RequireUserSig } from './require.ts'
export { UserSigService } from './service.ts'
export { getUserSigToken, InjectUserSig } from './tokens.ts'
