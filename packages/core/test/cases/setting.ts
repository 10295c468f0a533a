import type { UserSigner, UserSignerOptions } from '../../src/index.ts'
import type { Lib } from './case.ts'

export const APP = 1_400_000_000
export const KEY = '5bd2850fff3ecb11d7c805251c51ee463a25727bddc2385f3fa8bfee1bb93b5e'
export const NOW = 1_795_426_056

/** A signer whose clock stands still at NOW. */
export function signer(lib: Lib, options: Omit<Partial<UserSignerOptions>, 'mac'> = {}): UserSigner {
  return lib.createUserSigner({ sdkAppId: APP, secretKey: KEY, now: () => NOW, ...options })
}
