import { Inject, type InjectionToken } from '@nestjs/common'
import { UserSigService } from './service.ts'

/**
 * The token of the {@link UserSigService} of a module, to override it in a test.
 *
 * @param name the `name` of the module; nothing for the module without one, whose token is the class itself
 * @throws TypeError for a name that is not a text, or empty
 * @example
 * ```ts
 * Test.createTestingModule({ imports: [AppModule] }).overrideProvider(getUserSigToken('eu')).useValue(signer)
 * ```
 */
export function getUserSigToken(name?: string): InjectionToken<UserSigService> {
  return name === undefined ? UserSigService : Symbol.for(`UserSigService of ${moduleCall(name)}`)
}

/**
 * Injects the {@link UserSigService} of a module with a name.
 *
 * @param name the `name` of the module
 * @throws TypeError for a name that is not a text, or empty
 * @example
 * ```ts
 * constructor(@InjectUserSig('eu') private readonly userSig: UserSigService) {}
 * ```
 */
export function InjectUserSig(name?: string): PropertyDecorator & ParameterDecorator {
  return Inject(getUserSigToken(name))
}

/** The checks of the webhooks of a module. */
export function webhooksToken(name?: string): symbol {
  return Symbol.for(`webhooks of ${moduleCall(name)}`)
}

/** Where nothing provides it, Nest's error shows the text of the symbol: the module that is missing. */
export function guardToken(name?: string): symbol {
  return Symbol.for(moduleCall(name))
}

/** @throws TypeError for a name that could not be told apart from none */
function moduleCall(name: string | undefined): string {
  if (name === undefined) return 'UserSigModule.forRoot({ … })'
  if (typeof name === 'string' && name !== '') return `UserSigModule.forRoot({ name: '${name}', … })`
  throw new TypeError("the name of a UserSigModule must be a text that is not empty, for example 'eu'")
}
