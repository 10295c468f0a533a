import type { ExecutionContext } from '@nestjs/common'
import type {
  IssuedTickets,
  IssueOptions,
  PrivateMapKeyClaims,
  PrivateMapKeyOptions,
  UserSigClaims,
  UserSigOptions,
  VerifyPrivateMapKeyOptions,
  VerifyUserSigOptions,
} from '@usersig/core'
import type { Signer } from '@usersig/core/endpoint'
import { createSignerSource, type MaybePromise, ownOptions } from '@usersig/core/internal'
import { signerFromEnvironment } from '@usersig/node/internal'
import type { FrameworkRequest, UserSigModuleOptions } from './options.ts'
import { livesOn } from './platform.ts'

const HOW_TO_SET =
  'Set the variables in the environment of the process, or write them into the file .env and add ConfigModule.forRoot() of ' +
  '@nestjs/config to the imports of your module.'

type SignerFor = (request: FrameworkRequest, context: ExecutionContext) => MaybePromise<Signer>

/** Chooses the signer without a promise where there is one already. */
let chooseAtOnce: (service: UserSigService) => SignerFor | undefined

/**
 * Signs and verifies tickets, to inject. All methods return promises, since the key may have to be asked for first: the
 * same code works with a key from the environment, from a store, and in a KMS.
 *
 * @example
 * ```ts
 * constructor(private readonly userSig: UserSigService) {}
 *
 * async login(user: User) {
 *   return await this.userSig.issue(user.id)
 * }
 * ```
 */
export class UserSigService {
  readonly #signerFor: SignerFor
  readonly #defaults: { readonly expire?: number }

  static {
    // A stand-in, or a subclass with a `signerFor` of its own, is asked as it is.
    chooseAtOnce = (service) =>
      #signerFor in service && service.signerFor === UserSigService.prototype.signerFor ? service.#signerFor : undefined
  }

  /**
   * Called by the module: inject the service.
   *
   * @param options where the key comes from, and for how long it signs by default
   * @throws TypeError that names the option
   * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`
   */
  constructor(options: UserSigModuleOptions) {
    const { credentials, signer, callbackTimeout, expire, onError } = ownOptions(options)
    const signerFor = createSignerSource<FrameworkRequest, ExecutionContext>({
      ...keyFrom(credentials, signer),
      ...(callbackTimeout !== undefined && { callbackTimeout }),
      ...(onError !== undefined && { onError }),
    })
    this.#signerFor = (request, context) => signerFor({ request, context, waitUntil: livesOn })
    this.#defaults = expire === undefined ? {} : { expire }
  }

  /**
   * The signer for a request, where a module serves several applications.
   *
   * @param request the request of Express or Fastify, which `credentials` and `signer` of the module get
   * @param context what they get second
   * @throws ProblemError `unavailable`, `not_found`
   */
  async signerFor(request?: FrameworkRequest, context?: ExecutionContext): Promise<Signer> {
    return await this.#signerFor(request, context as ExecutionContext)
  }

  /**
   * Signs a UserSig, the ticket with which a user logs in.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options lifetime in seconds, moment of issue, user buffer
   * @throws UserSigError `invalid_user_id`, `invalid_expire`, `invalid_time`, `invalid_user_buf`
   */
  async genUserSig(userId: string, options?: UserSigOptions): Promise<string> {
    return await (await this.signerFor()).genUserSig(userId, { ...this.#defaults, ...options })
  }

  /**
   * Signs a PrivateMapKey, the rights of a user in one room.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options the room, the rights in it, lifetime in seconds, moment of issue
   * @throws UserSigError `invalid_user_id`, `invalid_room`, `invalid_privileges`, `invalid_expire`, `invalid_time`
   */
  async genPrivateMapKey(userId: string, options: PrivateMapKeyOptions): Promise<string> {
    return await (await this.signerFor()).genPrivateMapKey(userId, { ...this.#defaults, ...options })
  }

  /**
   * Signs everything that a client needs to log in, and to enter a room if `options` name one, as plain JSON.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options lifetime in seconds, moment of issue; a room and the rights in it
   * @throws UserSigError as `genUserSig` and `genPrivateMapKey`
   */
  async issue(userId: string, options?: IssueOptions): Promise<IssuedTickets> {
    return await (await this.signerFor()).issue(userId, { ...this.#defaults, ...options })
  }

  /**
   * Verifies a UserSig: its form, its signature, then SDKAppID, UserID and lifetime.
   *
   * @param userSig the ticket as the client sent it, at most 4096 characters
   * @param options the UserID to accept, the moment of the check, clock tolerance in seconds
   * @throws UserSigError `malformed`, `too_large`, `unsupported_version`, `bad_signature`, `app_mismatch`,
   * `user_mismatch`, `not_yet_valid`, `expired`, `unexpected_user_buf`, `user_buf_mismatch`
   */
  async verifyUserSig(userSig: string, options?: VerifyUserSigOptions): Promise<UserSigClaims> {
    return await (await this.signerFor()).verifyUserSig(userSig, options)
  }

  /**
   * Verifies a PrivateMapKey, and its room record.
   *
   * @param privateMapKey the ticket as the client sent it, at most 4096 characters
   * @param options the UserID and the room to accept, the moment of the check, clock tolerance in seconds
   * @throws UserSigError as `verifyUserSig`, `not_a_private_map_key`, `room_mismatch`
   */
  async verifyPrivateMapKey(privateMapKey: string, options?: VerifyPrivateMapKeyOptions): Promise<PrivateMapKeyClaims> {
    return await (await this.signerFor()).verifyPrivateMapKey(privateMapKey, options)
  }
}

function keyFrom(
  credentials: UserSigModuleOptions['credentials'],
  signer: UserSigModuleOptions['signer'],
): Pick<UserSigModuleOptions, 'credentials' | 'signer'> {
  if (credentials === undefined && signer === undefined) return { signer: signerFromEnvironment(HOW_TO_SET) }
  return { ...(credentials !== undefined && { credentials }), ...(signer !== undefined && { signer }) }
}

/**
 * The signer of a request, for the endpoint and the guard: both build on the service, so that a test that overrides it,
 * with a signer of `createUserSigner()` for example, also overrides what is issued and what is accepted.
 */
export function signerOf(service: UserSigService | Signer): SignerFor {
  if (!('signerFor' in service)) return () => service
  return (request, context) => (chooseAtOnce(service) ?? service.signerFor.bind(service))(request, context)
}
