import { toPrivilegeNames } from '../rules/privileges.ts'
import type { Order } from './orders.ts'
import type { IssuedTickets } from './types.ts'

/** Puts signed tickets together into the answer for a client. */
export function toIssued(
  { userSig: login, grant }: Order,
  userSig: string,
  privateMapKey: string | undefined,
): IssuedTickets {
  const { sdkAppId, userId, issuedAt, expire } = login
  const times = { issuedAt, expire, expiresAt: issuedAt + expire }
  if (privateMapKey === undefined || grant === undefined) return { sdkAppId, userId, userSig, ...times }
  const { roomId, strRoomId, privilegeMap } = grant
  const room = strRoomId === undefined ? { roomId: roomId as number } : { strRoomId }
  return { sdkAppId, userId, userSig, privateMapKey, ...room, privileges: toPrivilegeNames(privilegeMap), ...times }
}
