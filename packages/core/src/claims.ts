import type { PrivilegeName } from './rules/privileges.ts'

/** Claims of a ticket, with times in Unix seconds. */
export interface UserSigClaims {
  /** SDKAppID of the application that the ticket is for. */
  readonly sdkAppId: number
  /** UserID that may log in. */
  readonly userId: string
  /** When the ticket was issued (TLS.time), in Unix seconds. */
  readonly issuedAt: number
  /** How long it is valid (TLS.expire), in seconds: a duration, although some documents call it a time. */
  readonly expire: number
  /** Last second in which it is valid: `issuedAt + expire`, in Unix seconds. */
  readonly expiresAt: number
  /** Raw user buffer (TLS.userbuf), where the ticket has one. */
  readonly userBuf?: Uint8Array
  /** The room record of a PrivateMapKey, if the user buffer is one. */
  readonly room?: RoomClaims
}

/** Claims of a PrivateMapKey, which always names a room. */
export interface PrivateMapKeyClaims extends UserSigClaims {
  /** Raw user buffer (TLS.userbuf), which holds the room record. */
  readonly userBuf: Uint8Array
  /** Contents of the room record. */
  readonly room: RoomClaims
}

/** The room of a PrivateMapKey: 123 and "123" are two rooms. */
export type RoomId =
  | {
      /** Number of the room, from 1 to 4294967294. */
      readonly roomId: number
      readonly strRoomId?: never
    }
  | {
      /** Name of the room, 1 to 64 bytes. */
      readonly strRoomId: string
      readonly roomId?: never
    }

/** Which room a PrivateMapKey opens, and what its user may do there. */
export type RoomClaims = RoomId & {
  /** The rights by name. */
  readonly privileges: readonly PrivilegeName[]
  /** The same rights as bits. */
  readonly privilegeMap: number
  /** Last second in which the rights hold, in Unix seconds. */
  readonly expiresAt: number
  /** Always 0 in the official programs. */
  readonly accountType: number
}
