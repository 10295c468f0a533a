import { type PrivilegeName, toPrivilegeMap, toPrivilegeNames } from './privileges.ts'
import type { IssueOptions } from './signer-options.ts'

/** Everything that a client needs to log in, as plain JSON; the room fields where a room was asked for. */
export interface IssuedCredentials {
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

type Basics = Pick<IssuedCredentials, 'sdkAppId' | 'userId' | 'userSig' | 'issuedAt' | 'expire'>

/** Puts signed tickets together into the answer for a client. */
export function toIssued(basics: Basics, privateMapKey: string | undefined, options: IssueOptions): IssuedCredentials {
  const { sdkAppId, userId, userSig, issuedAt, expire } = basics
  const times = { issuedAt, expire, expiresAt: issuedAt + expire }
  if (privateMapKey === undefined) return { sdkAppId, userId, userSig, ...times }
  const room = options.roomId === undefined ? { strRoomId: options.strRoomId as string } : { roomId: options.roomId }
  const privileges = toPrivilegeNames(toPrivilegeMap(options.privileges ?? 'all'))
  return { sdkAppId, userId, userSig, privateMapKey, ...room, privileges, ...times }
}
