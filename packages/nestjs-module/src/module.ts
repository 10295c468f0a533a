import { type DynamicModule, type ExecutionContext, Module, type Provider } from '@nestjs/common'
import { APP_FILTER } from '@nestjs/core'
import { createUserSigEndpoint, type EndpointOptions, type Signer, type UserSigEndpoint } from '@usersig/core/endpoint'
import { ENDPOINT_OPTIONS } from '@usersig/core/internal'
import { withEnvironment } from '@usersig/node/internal'
import { UnparsedBody } from './body/unparsed.ts'
import { UserSigExceptionFilter } from './exceptions.ts'
import { createTicketCheck } from './guard.ts'
import { createIssuerController, ISSUER_ENDPOINT } from './issuer/controller.ts'
import type { FrameworkRequest, UserSigModuleExtras, UserSigModuleOptions, UserSigOptionsFactory } from './options.ts'
import {
  checkNoIssuing,
  type OptionsFactory,
  optionsFor,
  readForRoot,
  readForRootAsync,
  readModuleOptions,
  type UserSigModuleAsyncOptions,
  type UserSigModuleRootOptions,
} from './read-options.ts'
import { SealedOptions } from './sealed-options.ts'
import { signerOf, UserSigService } from './service.ts'
import { getUserSigToken, guardToken, webhooksToken } from './tokens.ts'
import { createWebhookChecks } from './webhook.ts'

/**
 * Issues tickets and requires them.
 *
 * It provides {@link UserSigService}, and what `@RequireUserSig()` and `@RequireWebhook()` need; with `issuer` it serves
 * the endpoint at which logged-in users fetch their tickets.
 */
@Module({})
// biome-ignore lint/complexity/noStaticOnlyClass: Nest takes a module as a class
export class UserSigModule {
  /**
   * Declares the module with values that are known right away.
   *
   * @param options where the key comes from, what the guards and the controller have to know, `issuer`, `name`; without
   *   `credentials` and `signer`, the key comes from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY` of `process.env`, which
   *   are read when the app starts
   * @throws TypeError that names the option
   * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`, when the app starts
   * @example
   * ```ts
   * UserSigModule.forRoot({
   *   issuer: { path: 'usersig', guards: [SessionGuard] },
   *   authenticate: (request) => request.user.id,
   * })
   * ```
   */
  static forRoot(options?: UserSigModuleRootOptions): DynamicModule {
    const given = readForRoot(options)
    const { isGlobal, name, issuer, problemDocuments, ...own } = given
    return declare(given, (token) => [{ provide: token, useValue: new SealedOptions(own) }])
  }

  /**
   * Declares the module with values from other providers.
   *
   * @param options one of `useFactory`, `useClass` and `useExisting`; `issuer`, `name` and other static options next to
   * it
   * @throws TypeError, UserSigError as `forRoot`, when the app starts
   * @example
   * ```ts
   * UserSigModule.forRootAsync({
   *   inject: [ConfigService],
   *   useFactory: (config: ConfigService) => ({
   *     credentials: { sdkAppId: config.getOrThrow('SDKAPPID'), secretKey: config.getOrThrow('SECRETKEY') },
   *   }),
   * })
   * ```
   */
  static forRootAsync(options: UserSigModuleAsyncOptions): DynamicModule {
    const given = readForRootAsync(options)
    return { ...declare(given, (token) => fromFactory(token, given)), imports: given.imports ?? [] }
  }
}

/** The providers of the options, where a factory returns them. */
function fromFactory(token: symbol, { useFactory, useClass, useExisting, inject = [] }: OptionsFactory): Provider[] {
  const seal = (options: unknown) => new SealedOptions(readModuleOptions(options))
  if (useFactory) {
    return [{ provide: token, inject, useFactory: async (...args) => seal(await useFactory(...args)) }]
  }
  const factory = useClass ?? useExisting
  if (!factory) throw new TypeError('UserSigModule.forRootAsync needs one of useFactory, useClass and useExisting')
  return [
    ...(useClass ? [useClass] : []),
    {
      provide: token,
      inject: [factory],
      useFactory: async (given: UserSigOptionsFactory) => seal(await given.createUserSigOptions()),
    },
  ]
}

let declared = 0

function declare(extras: UserSigModuleExtras, optionsProviders: (token: symbol) => Provider[]): DynamicModule {
  const { isGlobal = false, name, issuer, problemDocuments = true } = extras
  // Nest's algorithm 'deep-hash' takes modules for one that look alike as text, as sealed options and factories do: the
  // number tells them apart.
  declared++
  const options = Symbol(`options of UserSigModule ${declared}`)
  const service = getUserSigToken(name)
  const guard = guardToken(name)
  const webhooks = webhooksToken(name)
  const providers: Provider[] = [
    ...optionsProviders(options),
    { provide: service, inject: [options], useFactory: (sealed) => new UserSigService(sealed.open()) },
    {
      provide: guard,
      inject: [service, options],
      useFactory: (ready, sealed) => createTicketCheck(ready, sealed.open()),
    },
    { provide: webhooks, inject: [options], useFactory: (sealed) => createWebhookChecks(sealed.open()) },
    {
      provide: ISSUER_ENDPOINT,
      inject: [service, options],
      useFactory: (ready, sealed) => (issuer ? createEndpoint(ready, sealed.open()) : checkNoIssuing(sealed.open())),
    },
    UnparsedBody,
    ...(problemDocuments ? [{ provide: APP_FILTER, useClass: UserSigExceptionFilter }] : []),
  ]
  const controllers = issuer ? [createIssuerController(issuer)] : []
  return { module: UserSigModule, global: isGlobal, providers, controllers, exports: [service, guard, webhooks] }
}

type Endpoint = UserSigEndpoint<FrameworkRequest, ExecutionContext>

function createEndpoint(service: UserSigService | Signer, options: UserSigModuleOptions): Endpoint {
  const { credentials, ...own } = optionsFor(withEnvironment(options), ENDPOINT_OPTIONS)
  // The endpoint says what is missing.
  const given = { ...own, signer: signerOf(service) } as EndpointOptions<FrameworkRequest, ExecutionContext>
  return createUserSigEndpoint<FrameworkRequest, ExecutionContext>(given)
}
