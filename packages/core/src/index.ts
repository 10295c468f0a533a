/**
 * Signs, verifies and inspects UserSig and PrivateMapKey, on every JavaScript runtime.
 *
 * Moments are Unix seconds, lifetimes are seconds. What is wrong with a ticket or with a value that a caller gives is a
 * {@link UserSigError}; wrong wiring of the program is a `TypeError`.
 *
 * @module
 */
export type { PrivateMapKeyClaims, RoomClaims, RoomId, UserSigClaims } from './claims.ts'
export { type DecodedUserSig, decodeUserSig } from './decode.ts'
export { UserSigError, type UserSigErrorCode } from './errors.ts'
export type { IssuedCredentials } from './issued.ts'
export type { Moment } from './options.ts'
export {
  PRIVILEGE_PRESETS,
  PRIVILEGES,
  type PrivilegeName,
  type PrivilegePreset,
  type Privileges,
  toPrivilegeMap,
  toPrivilegeNames,
} from './privileges.ts'
export type { StrRoomIdRule } from './room.ts'
export { createUserSigner, type RemoteUserSigner, type UserSigner } from './signer.ts'
export type {
  IssueOptions,
  PrivateMapKeyOptions,
  RemoteMac,
  RemoteSignerOptions,
  RoomOptions,
  SignerSettings,
  SignOptions,
  UserSignerOptions,
  UserSigOptions,
} from './signer-options.ts'
export type { DeflateBlock } from './steps/inflate.ts'
export type { Compression } from './steps/zlib.ts'
export { fromUuidUserId, toUserId, type UserIdRule } from './user-id.ts'
export type { VerifyOptions, VerifyPrivateMapKeyOptions, VerifyUserSigOptions } from './verify.ts'
