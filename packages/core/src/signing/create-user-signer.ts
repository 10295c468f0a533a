import { readOptions } from '../options/read-options.ts'
import { createLocalSigner } from './local-signer.ts'
import { createRemoteSigner } from './remote-signer.ts'
import { SIGNER_OPTIONS, type SignerOptions } from './settings.ts'
import type { RemoteSignerOptions, RemoteUserSigner, UserSigner, UserSignerOptions } from './types.ts'

/**
 * Creates the signer of one application. Create it once and keep it, because this prepares the key.
 *
 * With `mac` instead of `secretKey`, the key stays in a KMS, a Vault or an HSM, and every method returns a promise.
 *
 * @param options SDKAppID, key, and defaults for all tickets of this signer
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`, `invalid_expire`
 * @throws TypeError for an unknown option, or one of the wrong type
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
 * @throws TypeError for an unknown option, or one of the wrong type
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
  if (options === undefined) throw new TypeError('createUserSigner needs an object with options, but got undefined')
  const given: SignerOptions = readOptions<SignerOptions>(options, SIGNER_OPTIONS, 'createUserSigner')
  if (given.mac === undefined) return createLocalSigner(given)
  if (given.secretKey !== undefined) throw new TypeError('secretKey and mac are both set: choose one')
  return createRemoteSigner(given, given.mac)
}
