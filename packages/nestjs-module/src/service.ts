import {
  createUserSigner,
  type IssuedTickets,
  type IssueOptions,
  type PrivateMapKeyClaims,
  type PrivateMapKeyOptions,
  type UserSigClaims,
  type UserSigner,
  type UserSigOptions,
  type VerifyPrivateMapKeyOptions,
  type VerifyUserSigOptions,
} from '@usersig/core'
import { checkModuleOptions, type UserSigModuleOptions } from './options.ts'

/**
 * Signs and verifies the tickets of one application: the signer of `@usersig/core`, to inject. Where the credentials are
 * a function, or the key is elsewhere, inject {@link AsyncUserSigService}.
 *
 * @example
 * ```ts
 * constructor(private readonly userSig: UserSigService) {}
 *
 * login(user: User) {
 *   return this.userSig.issue(user.id)
 * }
 * ```
 */
export class UserSigService implements UserSigner {
  readonly #own: UserSigner | undefined

  /**
   * Called by the module: inject the service.
   *
   * @param options credentials or signer
   * @throws TypeError that names the option
   * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
   */
  constructor(options: Pick<UserSigModuleOptions, 'signer' | 'credentials'>) {
    checkModuleOptions(options)
    this.#own = ownSigner(options)
  }

  get #signer(): UserSigner {
    if (this.#own) return this.#own
    throw new TypeError(
      'the key of this UserSigModule is not at hand at once, as its credentials are a function or have mac. Inject ' +
        'the service that waits for it:\n\n  constructor(private readonly userSig: AsyncUserSigService) {}\n',
    )
  }

  /** SDKAppID of the application. */
  get sdkAppId(): number {
    return this.#signer.sdkAppId
  }

  /**
   * Signs a UserSig, the ticket with which a user logs in.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options lifetime in seconds, moment of issue, user buffer
   * @throws UserSigError `invalid_user_id`, `invalid_expire`, `invalid_time`, `invalid_user_buf`
   */
  genUserSig(userId: string, options?: UserSigOptions): string {
    return this.#signer.genUserSig(userId, options)
  }

  /**
   * Signs a PrivateMapKey, the rights of a user in one room.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options the room, the rights in it, lifetime in seconds, moment of issue
   * @throws UserSigError `invalid_user_id`, `invalid_room`, `invalid_privileges`, `invalid_expire`, `invalid_time`
   */
  genPrivateMapKey(userId: string, options: PrivateMapKeyOptions): string {
    return this.#signer.genPrivateMapKey(userId, options)
  }

  /**
   * Signs everything that a client needs to log in, and to enter a room if one is given, as plain JSON.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options lifetime in seconds, moment of issue; a room and the rights in it
   * @throws UserSigError as `genUserSig` and `genPrivateMapKey`
   */
  issue(userId: string, options?: IssueOptions): IssuedTickets {
    return this.#signer.issue(userId, options)
  }

  /**
   * Verifies a UserSig: its form, its signature, then SDKAppID, UserID and lifetime.
   *
   * @param userSig the ticket as the client sent it, at most 4096 characters
   * @param options the UserID to accept, the moment of the check, clock tolerance in seconds
   * @throws UserSigError `malformed`, `too_large`, `unsupported_version`, `bad_signature`, `app_mismatch`,
   * `user_mismatch`, `not_yet_valid`, `expired`, `unexpected_user_buf`, `user_buf_mismatch`
   */
  verifyUserSig(userSig: string, options?: VerifyUserSigOptions): UserSigClaims {
    return this.#signer.verifyUserSig(userSig, options)
  }

  /**
   * Verifies a PrivateMapKey, and its room record.
   *
   * @param privateMapKey the ticket as the client sent it, at most 4096 characters
   * @param options the UserID and the room to accept, the moment of the check, clock tolerance in seconds
   * @throws UserSigError as `verifyUserSig`, `not_a_private_map_key`, `room_mismatch`
   */
  verifyPrivateMapKey(privateMapKey: string, options?: VerifyPrivateMapKeyOptions): PrivateMapKeyClaims {
    return this.#signer.verifyPrivateMapKey(privateMapKey, options)
  }
}

/** The signer where it is ready, and its key in this process. */
function ownSigner({
  signer,
  credentials,
}: Pick<UserSigModuleOptions, 'signer' | 'credentials'>): UserSigner | undefined {
  if (typeof signer === 'function' || typeof credentials === 'function') return undefined
  // Its methods may be those of a signer whose key is elsewhere: what they answer is handed on as it is.
  if (signer) return signer as UserSigner
  return credentials?.secretKey === undefined ? undefined : createUserSigner(credentials)
}
