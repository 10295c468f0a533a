import {
  createUserSigner,
  type IssuedCredentials,
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

  /** Signs a UserSig, the ticket with which a user logs in. */
  genUserSig(userId: string, options?: UserSigOptions): string {
    return this.#signer.genUserSig(userId, options)
  }

  /** Signs a PrivateMapKey, the rights of a user in one room. */
  genPrivateMapKey(userId: string, options: PrivateMapKeyOptions): string {
    return this.#signer.genPrivateMapKey(userId, options)
  }

  /** Signs everything that a client needs to log in, and to enter a room if one is given, as plain JSON. */
  issue(userId: string, options?: IssueOptions): IssuedCredentials {
    return this.#signer.issue(userId, options)
  }

  /** Verifies a UserSig: its form, its signature, then SDKAppID, UserID and lifetime. */
  verifyUserSig(userSig: string, options?: VerifyUserSigOptions): UserSigClaims {
    return this.#signer.verifyUserSig(userSig, options)
  }

  /** Verifies a PrivateMapKey, and its room record. */
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
