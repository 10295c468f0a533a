import type { UserSigModuleOptions } from './options.ts'

/** The options as Nest keeps them: a dump of the app shows no key. */
export class SealedOptions {
  readonly #options: UserSigModuleOptions

  constructor(options: UserSigModuleOptions) {
    this.#options = options
  }

  open(): UserSigModuleOptions {
    return this.#options
  }
}
