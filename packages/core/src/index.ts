/**
 * Signs, verifies and inspects UserSig and PrivateMapKey, on every JavaScript runtime.
 *
 * Times are Unix seconds, lifetimes are seconds. A wrong ticket or a wrong value from a caller throws a {@link
 * UserSigError}; wrong wiring throws a `TypeError`.
 *
 * @module
 */
export type { PrivateMapKeyClaims, RoomClaims, RoomId, UserSigClaims } from './claims.ts'
export { UserSigError, type UserSigErrorCode } from './errors.ts'
export { fromUuidUserId, toUserId } from './rules/map-user-id.ts'
export {
  type PrivilegeName,
  type PrivilegePreset,
  type Privileges,
  toPrivilegeMap,
  toPrivilegeNames,
} from './rules/privileges.ts'
export type { StrRoomIdRule } from './rules/room.ts'
export type { Moment } from './rules/time.ts'
export type { UserIdRule } from './rules/user-id.ts'
export { createUserSigner } from './signing/create-user-signer.ts'
export type {
  IssuedTickets,
  IssueOptions,
  PrivateMapKeyOptions,
  RemoteMac,
  RemoteSignerOptions,
  RemoteUserSigner,
  UserSigner,
  UserSignerOptions,
  UserSigOptions,
} from './signing/types.ts'
export { type DecodedUserSig, decodeUserSig } from './verifying/decode.ts'
export type { VerifyPrivateMapKeyOptions, VerifyUserSigOptions } from './verifying/expectations.ts'
