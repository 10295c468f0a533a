import {
  type ConfigurableModuleAsyncOptions,
  ConfigurableModuleBuilder,
  type DynamicModule,
  Module,
  type Provider,
} from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { createUserSigEndpoint, type EndpointOptions } from '@usersig/core/endpoint'
import { AsyncUserSigService } from './async-service.ts'
import { createCallbackGuards } from './callback.ts'
import { UserSigExceptionFilter } from './exceptions.ts'
import { createTicketCheck } from './guard.ts'
import { createIssuerController, ISSUER_ENDPOINT } from './issuer/controller.ts'
import { UnparsedBody } from './issuer/unparsed-body.ts'
import {
  checkIssuer,
  checkNoIssuing,
  type FrameworkRequest,
  type UserSigIssuer,
  type UserSigModuleExtras,
  type UserSigModuleOptions,
  type UserSigOptionsFactory,
} from './options.ts'
import { USER_SIG_OPTIONS } from './options-token.ts'
import { sealed } from './sealed-options.ts'
import { UserSigService } from './service.ts'
import { callbacksToken, getAsyncUserSigToken, getUserSigToken, guardToken } from './tokens.ts'

/** What `forRoot` takes. */
export type UserSigModuleForRoot = UserSigModuleOptions & UserSigModuleExtras

/** What `forRootAsync` takes: one of `useFactory`, `useClass` and `useExisting`. */
export type UserSigModuleForRootAsync = ConfigurableModuleAsyncOptions<
  UserSigModuleOptions,
  keyof UserSigOptionsFactory
> &
  UserSigModuleExtras

const EXTRAS: UserSigModuleExtras = {
  isGlobal: false,
  name: undefined,
  issuer: undefined,
  problemDocuments: true,
}

const { ConfigurableModuleClass } = new ConfigurableModuleBuilder<UserSigModuleOptions>({
  optionsInjectionToken: USER_SIG_OPTIONS,
})
  .setClassMethodName('forRoot')
  .setFactoryMethodName('createUserSigOptions')
  .setExtras(EXTRAS, addProviders)
  .build()

/**
 * Issues tickets and requires them.
 *
 * It provides {@link UserSigService}, and what `@RequireUserSig()` needs; with `issuer` it serves the endpoint at which
 * logged-in users fetch their ticket.
 */
@Module({})
export class UserSigModule extends ConfigurableModuleClass {
  /**
   * Declares the module with values that are known right away.
   *
   * @param options credentials or signer, what the guard and the controller have to know, `issuer`, `name`
   * @throws TypeError that names the option, where the app starts
   * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`, where the app starts
   * @example
   * ```ts
   * UserSigModule.forRoot({ credentials: { sdkAppId: 1400000000, secretKey } })
   * ```
   */
  static override forRoot(options: UserSigModuleForRoot): DynamicModule {
    // biome-ignore lint/complexity/noThisInStatic: Nest takes the class of the module from `this`
    return super.forRoot(options ?? ({} as UserSigModuleForRoot))
  }

  /**
   * Declares the module with values that other providers know.
   *
   * @param options one of `useFactory`, `useClass` and `useExisting`; `issuer`, `name` and the like stand beside it
   * @throws TypeError, UserSigError as `forRoot`, where the app starts
   * @example
   * ```ts
   * UserSigModule.forRootAsync({
   *   inject: [ConfigService],
   *   useFactory: (config: ConfigService) => ({
   *     credentials: { sdkAppId: config.getOrThrow('sdkAppId'), secretKey: config.getOrThrow('secretKey') },
   *   }),
   * })
   * ```
   */
  static override forRootAsync(options: UserSigModuleForRootAsync): DynamicModule {
    // biome-ignore lint/complexity/noThisInStatic: Nest takes the class of the module from `this`
    return super.forRootAsync(options)
  }
}

function addProviders(definition: DynamicModule, extras: UserSigModuleExtras): DynamicModule {
  const { isGlobal = false, name, issuer, problemDocuments } = extras
  const service = getUserSigToken(name)
  const waiting = getAsyncUserSigToken(name)
  const guard = guardToken(name)
  const callbacks = callbacksToken(name)
  const providers: Provider[] = [
    ...(definition.providers ?? []).map(sealed),
    { provide: service, inject: [USER_SIG_OPTIONS], useFactory: (options) => new UserSigService(options.open()) },
    {
      provide: waiting,
      inject: [USER_SIG_OPTIONS, service],
      useFactory: (options, ready) => new AsyncUserSigService(options.open(), ready),
    },
    {
      provide: guard,
      inject: [waiting, USER_SIG_OPTIONS],
      useFactory: (ready, options) => createTicketCheck(ready, options.open()),
    },
    {
      provide: callbacks,
      inject: [USER_SIG_OPTIONS],
      useFactory: (options) => createCallbackGuards(options.open()),
    },
    UnparsedBody,
  ]
  const exports = [service, waiting, guard, callbacks]
  if (problemDocuments) providers.push({ provide: APP_FILTER, useClass: UserSigExceptionFilter })
  if (issuer === undefined) {
    providers.push({
      provide: ISSUER_ENDPOINT,
      inject: [USER_SIG_OPTIONS],
      useFactory: (options) => checkNoIssuing(options.open()),
    })
    return { ...definition, global: isGlobal, providers, exports }
  }
  checkIssuer(issuer)
  providers.push({
    provide: ISSUER_ENDPOINT,
    inject: [waiting, USER_SIG_OPTIONS],
    useFactory: (ready, options) => createEndpoint(ready, options.open(), issuer),
  })
  const controllers = [createIssuerController(issuer)]
  return { ...definition, global: isGlobal, providers, controllers, exports }
}

/** Builds on the service, so that a test that overrides the service also overrides what is issued. */
function createEndpoint(service: AsyncUserSigService, options: UserSigModuleOptions, issuer: UserSigIssuer) {
  const { expire, notIssuedBefore, callbackTimeout, onIssued, onError } = options
  const signer = (request: FrameworkRequest) => service.signerFor(request)
  const authenticate = oneOf('authenticate', options, issuer)
  const authorizeRoom = oneOf('authorizeRoom', options, issuer)
  const shared = { notIssuedBefore, callbackTimeout, onError }
  const endpointOptions = { signer, authenticate, authorizeRoom, expire, onIssued, ...shared }
  return createUserSigEndpoint<FrameworkRequest>(endpointOptions as EndpointOptions<FrameworkRequest>)
}

/** @throws TypeError where a callback is given in both places */
function oneOf<Name extends 'authenticate' | 'authorizeRoom'>(
  name: Name,
  options: UserSigModuleOptions,
  issuer: UserSigIssuer,
): UserSigIssuer[Name] | undefined {
  if (options[name] !== undefined && issuer[name] !== undefined) {
    throw new TypeError(`${name} is given to UserSigModule and to issuer: choose one`)
  }
  return issuer[name] ?? (options[name] as UserSigIssuer[Name] | undefined)
}
