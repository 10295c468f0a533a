/**
 * Keys that are in a KMS or a secrets manager, for `createUserSigner` and for the `credentials` of any adapter.
 *
 * @module
 */
export { awsKms, type EncryptedKeyOptions } from './aws-kms.ts'
export { type TencentSsmOptions, tencentKms, tencentSsm } from './tencent.ts'
export { type VaultTransitOptions, vaultTransit } from './vault-transit.ts'
