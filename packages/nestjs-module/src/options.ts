import type { CanActivate, ExecutionContext, Type } from '@nestjs/common'
import type { UserSigClaims, UserSigner } from '@usersig/core'
import type { CallbackSecret, EndpointOptions, ErrorEvent, SharedOptions, SignerSource } from '@usersig/core/endpoint'

/** The request of Express or Fastify. An app gives its parameters the type that it uses. */
// biome-ignore lint/suspicious/noExplicitAny: which type it is depends on the app's platform and its own additions
export type FrameworkRequest = any

/** Where a module gets its signer from: exactly one of `credentials` and `signer`. */
type Signer = SignerSource<FrameworkRequest>

/** What callbacks (webhooks) of Tencent are signed with, as chosen in the console. */
export interface CallbackSecrets {
  /** For callbacks of TRTC and call products; several during a change, or a function that knows them. */
  trtcKey?: CallbackSecret<FrameworkRequest>
  /** For callbacks of Chat and Live, likewise. Nothing but the time is signed. */
  chatToken?: CallbackSecret<FrameworkRequest>
  /** Longest body that is read, in bytes. @defaultValue 1 048 576, a MiB */
  maxBytes?: number
}

/** What a module needs to know, and what the factory of `forRootAsync` gives. */
export type UserSigModuleOptions = Signer &
  Pick<SharedOptions<FrameworkRequest>, 'notIssuedBefore' | 'callbackTimeout'> &
  Pick<
    EndpointOptions<FrameworkRequest>,
    // For the controller that `issuer` asks for.
    'authorizeRoom' | 'expire' | 'onIssued'
  > & {
    /**
     * Who is calling, from the app's own login; it runs behind the guards. Nothing (`null`, `undefined`, `false`)
     * answers 401. Only for the controller that `issuer` asks for, and a must there.
     */
    authenticate?: EndpointOptions<FrameworkRequest>['authenticate']
    /**
     * Where the guard finds the ticket. On a WebSocket `request` is the one that opened it.
     * @defaultValue the header `Authorization: Bearer`
     */
    getToken?: (
      request: FrameworkRequest,
      context: ExecutionContext,
    ) => string | null | undefined | Promise<string | null | undefined>
    /** By how many seconds the guard lets clocks differ, 0 to 86400. @defaultValue 5 */
    clockTolerance?: number
    /** Whether the guard refuses a ticket that is otherwise valid, as it was withdrawn. @defaultValue none was */
    isRevoked?: (claims: UserSigClaims, request: FrameworkRequest) => boolean | Promise<boolean>
    /** What `@RequireCallback()` checks callbacks with. @defaultValue nothing, and the decorator cannot be used */
    callbacks?: CallbackSecrets
    /**
     * Called for each answer of the controller and of the guards that is not a success, and for what failed behind one.
     * @defaultValue prints what led to 500 or 503, or failed behind a success, with `console.error`
     */
    onError?: (event: ErrorEvent, request: FrameworkRequest) => unknown
  }

/** The ready-made controller at which logged-in users fetch their ticket. */
export interface UserSigIssuer {
  /** Path of the controller, behind the global prefix of the app. */
  path: string
  /** `authenticate` of the module's options, for those who like to see the controller in one place. */
  authenticate?: EndpointOptions<FrameworkRequest>['authenticate']
  /** `authorizeRoom` of the module's options, likewise. */
  authorizeRoom?: NonNullable<EndpointOptions<FrameworkRequest>['authorizeRoom']>
  /** The app's own guards, in front of it: classes, which Nest instantiates, or instances. @defaultValue none */
  guards?: readonly (Type<CanActivate> | CanActivate)[]
  /** Version of the controller, where the app uses versions. @defaultValue the `defaultVersion` of the app */
  version?: string | string[]
}

/** What is known when the module is declared, so that it stands beside `useFactory` and not in its result. */
export interface UserSigModuleExtras {
  /** Makes the service and the guard available in all modules. @defaultValue false */
  isGlobal?: boolean | undefined
  /** Tells several modules apart, one for each application. @defaultValue the one without a name */
  name?: string | undefined
  /** Asks for the ready-made controller. @defaultValue none */
  issuer?: UserSigIssuer | undefined
  /**
   * Answers refused HTTP requests with the problem document of the contract, by a global exception filter for the
   * guard's exceptions alone. With `false` they go to the app's own filters.
   * @defaultValue true
   */
  problemDocuments?: boolean | undefined
}

/** For `useClass` and `useExisting` of `forRootAsync`. */
export interface UserSigOptionsFactory {
  /** Gives the options, once, where the app starts. */
  createUserSigOptions(): UserSigModuleOptions | Promise<UserSigModuleOptions>
}

const GENERAL = [
  'credentials',
  'signer',
  'tenant',
  'credentialsCache',
  'getToken',
  'clockTolerance',
  'isRevoked',
  'notIssuedBefore',
  'callbackTimeout',
  'callbacks',
  'onError',
]
const ISSUING = ['authenticate', 'authorizeRoom', 'expire', 'onIssued']
const EXTRAS = ['isGlobal', 'name', 'issuer', 'problemDocuments']

/**
 * Checks what only the module can know; the signer, the endpoint and the guard check the rest.
 * @throws TypeError that names the option
 */
export function checkModuleOptions(options: unknown): asserts options is UserSigModuleOptions {
  if (typeof options !== 'object' || options === null) {
    throw new TypeError(missing('the options of UserSigModule are missing', CREDENTIALS))
  }
  for (const name of Object.keys(options)) {
    if (EXTRAS.includes(name)) {
      throw new TypeError(`${name} is no result of a factory: put it beside it, into forRootAsync({ ${name}: … })`)
    }
    if (name === 'sdkAppId' || name === 'secretKey') {
      throw new TypeError(missing(`${name} belongs into credentials`, CREDENTIALS))
    }
    if (!GENERAL.includes(name) && !ISSUING.includes(name)) {
      throw new TypeError(`UserSigModule has no option ${name}: the options are ${[...GENERAL, ...ISSUING].join(', ')}`)
    }
  }
  const { credentials, signer, clockTolerance } = options as Record<string, unknown>
  if (credentials !== undefined && signer !== undefined) {
    throw new TypeError('both signer and credentials are given to UserSigModule: choose one')
  }
  if (signer === undefined) checkCredentials(credentials)
  else if (typeof signer !== 'function' && typeof (signer as Partial<UserSigner> | null)?.genUserSig !== 'function') {
    throw new TypeError('signer is not what createUserSigner() returns, nor a function')
  }
  for (const name of ['tenant', 'credentialsCache'] as const) {
    if (typeof credentials === 'function' || (options as Record<string, unknown>)[name] === undefined) continue
    throw new TypeError(`${name} is for credentials that are a function`)
  }
  if (clockTolerance !== undefined && !(Number.isSafeInteger(clockTolerance) && (clockTolerance as number) >= 0)) {
    throw new TypeError('clockTolerance must be a number of whole seconds, 0 or more')
  }
}

function checkCredentials(credentials: unknown): void {
  if (typeof credentials === 'function') return
  if (typeof credentials !== 'object' || credentials === null) {
    throw new TypeError(missing('credentials is missing, or not an object', CREDENTIALS))
  }
  // What `process.env` gives for a variable that is not set.
  const { secretKey, mac } = credentials as { secretKey?: unknown; mac?: unknown }
  if (secretKey === undefined && mac === undefined) {
    throw new TypeError(missing('credentials.secretKey is missing', CREDENTIALS))
  }
}

/** @throws TypeError where options for the controller are given and no controller is asked for */
export function checkNoIssuing(options: UserSigModuleOptions): void {
  const given = ISSUING.find((name) => options[name as keyof UserSigModuleOptions] !== undefined)
  if (given === undefined) return
  throw new TypeError(
    missing(
      `${given} is for the ready-made controller, which issuer asks for`,
      "issuer: { path: 'usersig', guards: [YourGuard] },",
    ),
  )
}

/** @throws TypeError that names the option */
export function checkIssuer(issuer: UserSigIssuer): void {
  if (typeof issuer !== 'object' || issuer === null || typeof issuer.path !== 'string') {
    throw new TypeError(missing('issuer.path is missing', "issuer: { path: 'usersig', guards: [YourGuard] },"))
  }
  const { guards = [] } = issuer
  if (!Array.isArray(guards) || guards.some((guard) => typeof guard !== 'function' && typeof guard !== 'object')) {
    throw new TypeError('issuer.guards must be an array of guards, as @UseGuards() takes them')
  }
}

const CREDENTIALS =
  'credentials: { sdkAppId: Number(process.env.USERSIG_SDKAPPID), secretKey: process.env.USERSIG_SECRETKEY },'

function missing(what: string, line: string): string {
  return `${what}. Add to the options of UserSigModule:\n\n  ${line}\n`
}
