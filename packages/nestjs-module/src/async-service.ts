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
import { type AnySigner, createSignerResolver } from '@usersig/core/endpoint'
import type { FrameworkRequest, UserSigModuleOptions } from './options.ts'
import type { UserSigService } from './service.ts'

/**
 * Signs and verifies tickets as {@link UserSigService} does, and waits for the key where it is not at hand: with
 * credentials that are a function, and with a key in a KMS. It works with all options of the module.
 *
 * @example
 * ```ts
 * constructor(private readonly userSig: AsyncUserSigService) {}
 *
 * async login(user: User) {
 *   return await this.userSig.issue(user.id)
 * }
 * ```
 */
export class AsyncUserSigService {
  readonly #resolve: (request: FrameworkRequest) => AnySigner | Promise<AnySigner>

  /**
   * Called by the module: inject the service.
   *
   * @param options the options of the module
   * @param service the service whose key is at hand
   */
  constructor(options: UserSigModuleOptions, service: UserSigService) {
    const { credentials, signer, tenant, credentialsCache, onError } = options
    const isOwn = typeof signer !== 'function' && typeof credentials !== 'function' && credentials?.mac === undefined
    const source = { credentials, signer, tenant, credentialsCache, onError } as UserSigModuleOptions
    // A test that overrides the service whose key is at hand overrides this one, too.
    this.#resolve = isOwn ? () => service : createSignerResolver<FrameworkRequest>(source)
  }

  /**
   * The signer for a request, where the module serves several applications.
   *
   * @param request the request of Express or Fastify, which `credentials` and `tenant` get
   * @throws ProblemError `unavailable`, `not_found`
   */
  async signerFor(request?: FrameworkRequest): Promise<AnySigner> {
    return await this.#resolve(request)
  }

  /**
   * Signs a UserSig, the ticket with which a user logs in.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options lifetime in seconds, moment of issue, user buffer
   * @throws UserSigError `invalid_user_id`, `invalid_expire`, `invalid_time`, `invalid_user_buf`
   */
  async genUserSig(userId: string, options?: UserSigOptions): Promise<string> {
    return await (await this.signerFor()).genUserSig(userId, options)
  }

  /**
   * Signs a PrivateMapKey, the rights of a user in one room.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options the room, the rights in it, lifetime in seconds, moment of issue
   * @throws UserSigError `invalid_user_id`, `invalid_room`, `invalid_privileges`, `invalid_expire`, `invalid_time`
   */
  async genPrivateMapKey(userId: string, options: PrivateMapKeyOptions): Promise<string> {
    return await (await this.signerFor()).genPrivateMapKey(userId, options)
  }

  /**
   * Signs everything that a client needs to log in, and to enter a room if one is given, as plain JSON.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options lifetime in seconds, moment of issue; a room and the rights in it
   * @throws UserSigError as `genUserSig` and `genPrivateMapKey`
   */
  async issue(userId: string, options?: IssueOptions): Promise<IssuedTickets> {
    return await (await this.signerFor()).issue(userId, options)
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
