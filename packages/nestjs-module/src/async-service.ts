import type {
  IssuedCredentials,
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

  constructor(options: UserSigModuleOptions, service: UserSigService) {
    const { credentials, signer, tenant, credentialsCache, onError } = options
    const isOwn = typeof signer !== 'function' && typeof credentials !== 'function' && credentials?.mac === undefined
    const source = { credentials, signer, tenant, credentialsCache, onError } as UserSigModuleOptions
    // A test that overrides the service whose key is at hand overrides this one, too.
    this.#resolve = isOwn ? () => service : createSignerResolver<FrameworkRequest>(source)
  }

  /**
   * The signer for a request, where the module serves several applications.
   * @throws ProblemError `unavailable`, `not_found`
   */
  async signerFor(request?: FrameworkRequest): Promise<AnySigner> {
    return await this.#resolve(request)
  }

  /** Signs a UserSig, the ticket with which a user logs in. */
  async genUserSig(userId: string, options?: UserSigOptions): Promise<string> {
    return await (await this.signerFor()).genUserSig(userId, options)
  }

  /** Signs a PrivateMapKey, the rights of a user in one room. */
  async genPrivateMapKey(userId: string, options: PrivateMapKeyOptions): Promise<string> {
    return await (await this.signerFor()).genPrivateMapKey(userId, options)
  }

  /** Signs everything that a client needs to log in, and to enter a room if one is given, as plain JSON. */
  async issue(userId: string, options?: IssueOptions): Promise<IssuedCredentials> {
    return await (await this.signerFor()).issue(userId, options)
  }

  /** Verifies a UserSig: its form, its signature, then SDKAppID, UserID and lifetime. */
  async verifyUserSig(userSig: string, options?: VerifyUserSigOptions): Promise<UserSigClaims> {
    return await (await this.signerFor()).verifyUserSig(userSig, options)
  }

  /** Verifies a PrivateMapKey, and its room record. */
  async verifyPrivateMapKey(privateMapKey: string, options?: VerifyPrivateMapKeyOptions): Promise<PrivateMapKeyClaims> {
    return await (await this.signerFor()).verifyPrivateMapKey(privateMapKey, options)
  }
}
