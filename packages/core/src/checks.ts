/**
 * The checks of a signer, for programs that write tickets in another form, such as byte for byte as an official program
 * does. Each throws the same `UserSigError` as the signer.
 *
 * @module
 */
export { checkExpire, checkSdkAppId, readSecretKeys } from './options.ts'
export { checkUserBuf } from './prepare.ts'
export { checkRoom } from './room.ts'
export { checkUserId } from './user-id.ts'
