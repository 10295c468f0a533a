import { Inject, Injectable } from '@nestjs/common'
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
import { USER_SIG_OPTIONS } from './options-token.ts'

/**
 * Signs and verifies the tickets of one application: the signer of `@usersig/core`, to inject.
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
@Injectable()
export class UserSigService implements UserSigner {
  readonly sdkAppId: number
  readonly #signer: UserSigner

  constructor(@Inject(USER_SIG_OPTIONS) options: Pick<UserSigModuleOptions, 'signer' | 'credentials'>) {
    checkModuleOptions(options)
    this.#signer = options.signer ?? createUserSigner(options.credentials)
    this.sdkAppId = this.#signer.sdkAppId
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
