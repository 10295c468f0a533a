import type { PrivateMapKeyClaims, UserSigClaims } from './claims.ts'
import type { IssuedCredentials } from './issued.ts'
import { createLocalSigner } from './local-signer.ts'
import { checkOptionNames } from './options.ts'
import { createRemoteSigner } from './remote-signer.ts'
import type {
  IssueOptions,
  PrivateMapKeyOptions,
  RemoteSignerOptions,
  UserSignerOptions,
  UserSigOptions,
} from './signer-options.ts'
import type { VerifyPrivateMapKeyOptions, VerifyUserSigOptions } from './verify.ts'

/** Signs and verifies the tickets of one application. Its methods need no `this`. */
export interface UserSigner {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /**
   * Signs a UserSig, the ticket with which a user logs in.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options lifetime in seconds, moment of issue, user buffer
   * @returns the ticket as it goes into `login`
   * @throws UserSigError `invalid_user_id`, `invalid_expire`, `invalid_time`, `invalid_user_buf`
   * @example
   * ```ts
   * const userSig = signer.genUserSig('alice', { expire: 86400 })
   * ```
   */
  genUserSig(userId: string, options?: UserSigOptions): string
  /**
   * Signs a PrivateMapKey, the rights of a user in one TRTC room. It does not replace the UserSig.
   *
   * It is verified again when an audience member goes on stage, so a lifetime of minutes can remove the user from the
   * room: give hours, for example 21600, or refresh it before. Source: cloud.tencent.com/document/product/647/32240.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options the room, the rights in it, lifetime in seconds, moment of issue
   * @returns the ticket as it goes into `privateMapKey` of `enterRoom`
   * @throws UserSigError `invalid_user_id`, `invalid_room`, `invalid_privileges`, `invalid_expire`, `invalid_time`
   * @example
   * ```ts
   * const key = signer.genPrivateMapKey('alice', { strRoomId: 'room-1', privileges: 'audience', expire: 21600 })
   * ```
   */
  genPrivateMapKey(userId: string, options: PrivateMapKeyOptions): string
  /**
   * Signs everything that a client needs to log in, and to enter a room if one is given, as plain JSON.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options lifetime in seconds, moment of issue; a room and the rights in it
   * @returns the tickets, and when they end, in Unix seconds
   * @throws UserSigError as `genUserSig` and `genPrivateMapKey`
   * @example
   * ```ts
   * const { userSig, privateMapKey, expiresAt } = signer.issue('alice', { roomId: 10000, privileges: 'audience' })
   * ```
   */
  issue(userId: string, options?: IssueOptions): IssuedCredentials
  /**
   * Verifies a UserSig: its form, its signature, then SDKAppID, UserID and lifetime, in this order.
   *
   * @param userSig the ticket as the client sent it, at most 4096 characters
   * @param options the UserID to accept, the moment of the check, clock tolerance in seconds
   * @returns what the ticket says, times in Unix seconds
   * @throws UserSigError `malformed`, `too_large`, `unsupported_version`, `bad_signature`, `app_mismatch`,
   * `user_mismatch`, `not_yet_valid`, `expired`, `unexpected_user_buf`, `user_buf_mismatch`
   * @example
   * ```ts
   * const { userId } = signer.verifyUserSig(userSig)
   * ```
   */
  verifyUserSig(userSig: string, options?: VerifyUserSigOptions): UserSigClaims
  /**
   * Verifies a PrivateMapKey as `verifyUserSig` does a UserSig, and its room record.
   *
   * @param privateMapKey the ticket as the client sent it, at most 4096 characters
   * @param options the UserID and the room to accept, the moment of the check, clock tolerance in seconds
   * @returns what the ticket says, with the room and the rights in it
   * @throws UserSigError as `verifyUserSig`, `not_a_private_map_key`, `room_mismatch`
   * @example
   * ```ts
   * const { room } = signer.verifyPrivateMapKey(key, { userId: 'alice', roomId: 10000 })
   * if (room.privileges.includes('sendVideo')) console.log('may send video')
   * ```
   */
  verifyPrivateMapKey(privateMapKey: string, options?: VerifyPrivateMapKeyOptions): PrivateMapKeyClaims
}

/** {@link UserSigner} whose key is somewhere else: the same methods, each of which resolves to what it returns there. */
export type RemoteUserSigner = {
  readonly [Name in keyof UserSigner]: UserSigner[Name] extends (...args: infer Args) => infer Result
    ? (...args: Args) => Promise<Result>
    : UserSigner[Name]
}

const SIGNER_NAMES: ReadonlySet<string> = new Set([
  'sdkAppId',
  'secretKey',
  'mac',
  'expire',
  'compression',
  'userIdRule',
  'strRoomIdRule',
  'now',
])

/**
 * Creates the signer of one application. Create it once and keep it: the key is prepared here.
 *
 * With `mac` in place of `secretKey`, the key stays in a KMS, a Vault or an HSM, and every method returns a promise.
 *
 * @param options SDKAppID and key, and what holds for all tickets of this signer
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @throws TypeError for an unknown option, or one of the wrong kind
 * @example
 * ```ts
 * const signer = createUserSigner({ sdkAppId: 1400000000, secretKey: process.env.USERSIG_SECRETKEY })
 * const userSig = signer.genUserSig('alice')
 * ```
 */
export function createUserSigner(options: UserSignerOptions): UserSigner
/**
 * Creates the signer of an application whose key is somewhere else: every method returns a promise.
 *
 * @param options SDKAppID, what computes HMAC-SHA256, and what holds for all tickets of this signer
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_expire`
 * @throws TypeError for an unknown option, or one of the wrong kind
 * @example
 * ```ts
 * const key = await crypto.subtle.importKey('raw', keyBytes, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
 * const signer = createUserSigner({
 *   sdkAppId: 1400000000,
 *   mac: async (content) => new Uint8Array(await crypto.subtle.sign('HMAC', key, content.slice())),
 * })
 * const userSig = await signer.genUserSig('alice')
 * ```
 */
export function createUserSigner(options: RemoteSignerOptions): RemoteUserSigner
export function createUserSigner(options: UserSignerOptions | RemoteSignerOptions): UserSigner | RemoteUserSigner {
  checkOptionNames(options, SIGNER_NAMES, 'createUserSigner')
  if (options.mac === undefined) return createLocalSigner(options)
  if (options.secretKey !== undefined) throw new TypeError('both secretKey and mac are given: choose one')
  return createRemoteSigner(options)
}
