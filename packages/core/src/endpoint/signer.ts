import type { RemoteUserSigner, UserSigner } from '../signing/types.ts'

/** A signer, wherever its key is. */
export type Signer = UserSigner | RemoteUserSigner

/** Whether a value is what `createUserSigner()` returns. */
export function isSigner(value: unknown): value is Signer {
  return typeof value === 'object' && value !== null && typeof (value as Partial<Signer>).genUserSig === 'function'
}
