import { ownOptions } from '@usersig/core/internal'
import type { UserSigModuleOptions } from './options.ts'

/** The options as Nest keeps them: a dump of the app shows no key. */
export class SealedOptions {
  readonly #options: UserSigModuleOptions

  constructor(options: UserSigModuleOptions) {
    this.#options = ownOptions(options)
  }

  open(): UserSigModuleOptions {
    return this.#options
  }
}
