import type { Provider } from '@nestjs/common'
import type { UserSigModuleOptions } from './options.ts'
import { USER_SIG_OPTIONS } from './options-token.ts'

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

/** Seals the options where the module declares them. */
export function sealed(provider: Provider): Provider {
  if (typeof provider !== 'object' || provider.provide !== USER_SIG_OPTIONS) return provider
  if ('useValue' in provider) return { ...provider, useValue: new SealedOptions(provider.useValue) }
  if (!('useFactory' in provider)) return provider
  const { useFactory } = provider
  return { ...provider, useFactory: async (...args) => new SealedOptions(await useFactory(...args)) }
}
