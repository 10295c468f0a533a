import { must } from '../finding.ts'
import type { DecodedUserSig, Library, PrivateMapKeyClaims, UserSigClaims, UserSigError, Verifier } from './core.ts'
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
  readonly #verifiers = new Map<App, Verifier>()

  constructor(library: Library) {
    this.#library = library
  }

  read({ app, now }: Sample, text: string): Readings {
    const verifier = this.#verifierOf(app)
    return {
      login: this.#attempt(() => verifier.verifyUserSig(text, { now })),
      userSig: this.#attempt(() => verifier.verifyUserSig(text, { now, userBuf: 'any' })),
      privateMapKey: this.#attempt(() => verifier.verifyPrivateMapKey(text, { now })),
      decoded: this.#attempt(() => this.#library.decodeUserSig(text)),
    }
  }

  #verifierOf(app: App): Verifier {
    const verifier = this.#verifiers.get(app) ?? this.#library.createUserSigner({ ...app })
    this.#verifiers.set(app, verifier)
    return verifier
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
