import type { PrivateMapKeyClaims, RoomId, UserSigClaims } from '../claims.ts'
import type { PrivilegeName, Privileges } from '../rules/privileges.ts'
import type { StrRoomIdRule } from '../rules/room.ts'
import type { Moment } from '../rules/time.ts'
import type { UserIdRule } from '../rules/user-id.ts'
import type { VerifyPrivateMapKeyOptions, VerifyUserSigOptions } from '../verifying/expectations.ts'

/** Signs and verifies the tickets of one application. Its methods need no `this`. */
export interface UserSigner {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /**
   * Signs a UserSig, the ticket with which a user logs in.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options lifetime in seconds, moment of issue, user buffer
   * @returns the ticket for `login`
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
   * room: set hours, for example 21600, or refresh it earlier. Source: cloud.tencent.com/document/product/647/32240.
   *
   * @param userId the UserID, which must come from your own authentication: 1 to 32 bytes
   * @param options the room, the rights in it, lifetime in seconds, moment of issue
   * @returns the ticket for `privateMapKey` of `enterRoom`
   * @throws UserSigError `invalid_user_id`, `invalid_room`, `invalid_privileges`, `invalid_expire`, `invalid_time`
   * @example
   * ```ts
   * const key = signer.genPrivateMapKey('alice', { strRoomId: 'room-1', privileges: 'audience', expire: 21600 })
   * ```
   */
  genPrivateMapKey(userId: string, options: PrivateMapKeyOptions): string
  /**
   * Signs everything that a client needs to log in, and to enter a room if `options` name one, as plain JSON.
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
  issue(userId: string, options?: IssueOptions): IssuedTickets
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

/** What every signer needs to know, wherever its key is. */
export interface SignerSettings {
  /**
   * SDKAppID of the application: an integer from 1 to 4294967295, or its decimal digits, as environments hold them.
   * `undefined`, as an environment has it for a variable that is not set, is refused.
   */
  sdkAppId: number | string | undefined
  /**
   * How long tickets are valid unless a call says otherwise, in seconds, from 1 to 1 576 800 000 (50 years).
   *
   * Tencent's pages disagree about the longest lifetime: cloud.tencent.com/document/product/269/1664 says 50 years,
   * trtc.io/zh/document/34456 says 10 (315 360 000). Stay below 10 unless you know better.
   * @defaultValue 604800, a week
   */
  expire?: number
  /** Which UserIDs are signed. @defaultValue 'chat' */
  userIdRule?: UserIdRule
  /** Which string rooms are signed. @defaultValue 'documented' */
  strRoomIdRule?: StrRoomIdRule
  /** The clock, as a `Date` or Unix seconds. @defaultValue the clock of the system */
  now?: () => Moment
}

/** Options of a signer with its own key. */
export interface UserSignerOptions extends SignerSettings {
  /**
   * SDKSecretKey of the same application; or several of them during a rotation: the first signs, every one verifies.
   * `undefined`, as an environment has it for a variable that is not set, is refused.
   */
  secretKey: string | readonly string[] | undefined
  mac?: never
}

/**
 * Computes HMAC-SHA256 with a key that this process never sees: in a cloud KMS, a Vault, an HSM, or as a non-extractable
 * `CryptoKey`. It returns the 32 bytes, or a promise of them.
 */
export type RemoteMac = (content: Uint8Array) => Promise<Uint8Array> | Uint8Array

/** Options of a signer with a remote key. */
export interface RemoteSignerOptions extends SignerSettings {
  /** Computes HMAC-SHA256; or several of them during a rotation: the first signs, every one verifies. */
  mac: RemoteMac | readonly RemoteMac[]
  secretKey?: never
}

/** How one ticket is signed. */
export interface SignOptions {
  /**
   * How long the ticket is valid, in seconds, from 1 to 1 576 800 000 (50 years; one of Tencent's pages says 10).
   * @defaultValue the signer's `expire`
   */
  expire?: number
  /** The moment of issue, as a `Date` or Unix seconds. @defaultValue the signer's clock */
  now?: Moment
}

/** How one UserSig is signed. */
export interface UserSigOptions extends SignOptions {
  /** A user buffer to sign along, 1 to 1024 bytes. For room rights use `genPrivateMapKey`. */
  userBuf?: Uint8Array
}

/**
 * Room of a PrivateMapKey: exactly one of `roomId` and `strRoomId`. If both are set, a `roomId` of 0 and an empty
 * `strRoomId` mean none.
 */
export type RoomOptions = RoomId & {
  /** Rights of the user in the room. @defaultValue 'all' */
  privileges?: Privileges
}

/** How one PrivateMapKey is signed. */
export type PrivateMapKeyOptions = SignOptions & RoomOptions

/** How tickets are issued: with a room, a PrivateMapKey is among them. */
export type IssueOptions = SignOptions & (RoomOptions | { roomId?: never; strRoomId?: never; privileges?: never })

/** Everything that a client needs to log in, as plain JSON; with the room fields if a room was requested. */
export interface IssuedTickets {
  /** SDKAppID of the application. */
  readonly sdkAppId: number
  /** UserID that logs in. */
  readonly userId: string
  /** The ticket for `login`. */
  readonly userSig: string
  /** The ticket for `enterRoom` and `switchRole`. */
  readonly privateMapKey?: string
  /** The numeric room of the PrivateMapKey. */
  readonly roomId?: number
  /** The string room of the PrivateMapKey. */
  readonly strRoomId?: string
  /** The rights in the room, by name. */
  readonly privileges?: readonly PrivilegeName[]
  /** When the tickets were issued, in Unix seconds. */
  readonly issuedAt: number
  /** How long they are valid, in seconds. */
  readonly expire: number
  /** Last second in which they are valid, in Unix seconds. */
  readonly expiresAt: number
}
