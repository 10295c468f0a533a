import { UserSigError } from '../errors.ts'
import type { RemoteUserSigner } from '../signing/types.ts'
import type { Signer } from './signer.ts'

/** A signer that asks for the keys again when a ticket was signed with one that is not known here yet. */
export function renewing(signer: Signer, renew: () => Promise<Signer | undefined>): Signer {
  async function verify<T>(check: (using: Signer) => T | Promise<T>): Promise<T> {
    try {
      return await check(signer)
    } catch (error) {
      const renewed = UserSigError.is(error) && error.code === 'bad_signature' ? await renew() : undefined
      if (!renewed) throw error
      return await check(renewed)
    }
  }
  return {
    ...(signer as RemoteUserSigner),
    verifyUserSig: (userSig, options) => verify((each) => each.verifyUserSig(userSig, options)),
    verifyPrivateMapKey: (key, options) => verify((each) => each.verifyPrivateMapKey(key, options)),
  }
}
