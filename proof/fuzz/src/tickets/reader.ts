import { must } from '../finding.ts'
import type { DecodedUserSig, Library, PrivateMapKeyClaims, UserSigClaims, UserSigError, UserSigner } from './core.ts'
import type { App, Sample } from './sample.ts'

/** What came of one call: a value, or an error. */
export interface Outcome<Value = unknown> {
  /** `accepted`, or the code of the error. */
  readonly code: string
  readonly value?: Value
  readonly error?: UserSigError
}

/** What came of one ticket. */
export interface Readings {
  /** Verified as a login. */
  readonly login: Outcome<UserSigClaims>
  /** Verified as a UserSig with any user buffer. */
  readonly userSig: Outcome<UserSigClaims>
  readonly privateMapKey: Outcome<PrivateMapKeyClaims>
  readonly decoded: Outcome<DecodedUserSig>
}

export const ACCEPTED = 'accepted'

/** Gives tickets to a library. */
export class Reader {
  readonly #library: Library
  readonly #signers = new Map<App, UserSigner>()

  constructor(library: Library) {
    this.#library = library
  }

  read({ app, now }: Sample, text: string): Readings {
    const signer = this.#signerOf(app)
    return {
      login: this.#attempt(() => signer.verifyUserSig(text, { now })),
      userSig: this.#attempt(() => signer.verifyUserSig(text, { now, userBuf: 'any' })),
      privateMapKey: this.#attempt(() => signer.verifyPrivateMapKey(text, { now })),
      decoded: this.#attempt(() => this.#library.decodeUserSig(text)),
    }
  }

  #signerOf(app: App): UserSigner {
    const signer = this.#signers.get(app) ?? this.#library.createUserSigner({ ...app })
    this.#signers.set(app, signer)
    return signer
  }

  #attempt<Value>(call: () => Value): Outcome<Value> {
    try {
      return { code: ACCEPTED, value: call() }
    } catch (error) {
      const { UserSigError } = this.#library
      must(error instanceof UserSigError, () => `not a UserSigError: ${error instanceof Error ? error.stack : error}`)
      return { code: error.code, error }
    }
  }
}
