import type { RoomId } from './claims.ts'
import type { Moment } from './options.ts'
import type { Privileges } from './privileges.ts'
import type { StrRoomIdRule } from './room.ts'
import type { Compression } from './steps/zlib.ts'
import type { UserIdRule } from './user-id.ts'

/** What every signer needs to know, wherever its key is. */
export interface SignerSettings {
  /** SDKAppID of the application: an integer from 1 to 4294967295. */
  sdkAppId: number
  /**
   * How long tickets are valid unless a call says otherwise, in seconds, from 1 to 1 576 800 000 (50 years).
   * @defaultValue 604800, a week
   */
  expire?: number
  /**
   * `none` writes stored blocks, as the official Go library does: fast, about a third longer. `deflate` compresses.
   * @defaultValue 'none'
   */
  compression?: Compression
  /** Which UserIDs are signed. @defaultValue 'chat' */
  userIdRule?: UserIdRule
  /** Which string rooms are signed. @defaultValue 'documented' */
  strRoomIdRule?: StrRoomIdRule
  /** The clock, as a `Date` or Unix seconds. @defaultValue the clock of the system */
  now?: () => Moment
}

/** What a signer needs to know that holds the key itself. */
export interface UserSignerOptions extends SignerSettings {
  /** SDKSecretKey of the same application; or several of them during a rotation: the first signs, every one verifies. */
  secretKey: string | readonly string[]
  mac?: never
}

/**
 * Computes HMAC-SHA256 with a key that this process never sees: in a cloud KMS, a Vault, an HSM, or as a non-extractable
 * `CryptoKey`. It resolves to the 32 bytes.
 */
export type RemoteMac = (content: Uint8Array) => Promise<Uint8Array>

/** What a signer needs to know whose key is somewhere else. */
export interface RemoteSignerOptions extends SignerSettings {
  /** Computes HMAC-SHA256; or several of them during a rotation: the first signs, every one verifies. */
  mac: RemoteMac | readonly RemoteMac[]
  secretKey?: never
}

/** How one ticket is signed. */
export interface SignOptions {
  /** How long the ticket is valid, in seconds, from 1 to 1 576 800 000. @defaultValue the signer's `expire` */
  expire?: number
  /** The moment of issue, as a `Date` or Unix seconds. @defaultValue the signer's clock */
  now?: Moment
}

/** How one UserSig is signed. */
export interface UserSigOptions extends SignOptions {
  /** A user buffer to sign along, 1 to 1024 bytes. For room rights use `genPrivateMapKey`. */
  userBuf?: Uint8Array
}

/** Which room a PrivateMapKey opens: exactly one of `roomId` and `strRoomId`. */
export type RoomOptions = RoomId & {
  /** What the user may do in the room. @defaultValue 'all' */
  privileges?: Privileges
}

/** How one PrivateMapKey is signed. */
export type PrivateMapKeyOptions = SignOptions & RoomOptions

/** How a set of credentials is issued: with a room, it holds a PrivateMapKey too. */
export type IssueOptions = SignOptions & (RoomOptions | { roomId?: never; strRoomId?: never; privileges?: never })
