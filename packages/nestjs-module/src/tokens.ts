import { Inject, type InjectionToken } from '@nestjs/common'
import { AsyncUserSigService } from './async-service.ts'
import { checkName } from './name.ts'
import { UserSigService } from './service.ts'

/**
 * The token of the {@link UserSigService} of a module, to inject it or to override it in a test.
 *
 * @param name the `name` of the module; nothing for the module without one, whose token is the class itself
 * @example
 * ```ts
 * Test.createTestingModule({ imports: [AppModule] }).overrideProvider(getUserSigToken('eu')).useValue(signer)
 * ```
 */
export function getUserSigToken(name?: string): InjectionToken<UserSigService> {
  checkName(name)
  return name === undefined ? UserSigService : Symbol.for(`UserSigService of ${moduleCall(name)}`)
}

/**
 * Injects the {@link UserSigService} of a module with a name.
 *
 * @param name the `name` of the module
 * @example
 * ```ts
 * constructor(@InjectUserSig('eu') private readonly userSig: UserSigService) {}
 * ```
 */
export function InjectUserSig(name?: string): PropertyDecorator & ParameterDecorator {
  return Inject(getUserSigToken(name))
}

/**
 * The token of the {@link AsyncUserSigService} of a module, to inject it or to override it in a test.
 *
 * @param name the `name` of the module; nothing for the module without one, whose token is the class itself
 * @example
 * ```ts
 * const service: AsyncUserSigService = app.get(getAsyncUserSigToken('eu'))
 * ```
 */
export function getAsyncUserSigToken(name?: string): InjectionToken<AsyncUserSigService> {
  checkName(name)
  return name === undefined ? AsyncUserSigService : Symbol.for(`AsyncUserSigService of ${moduleCall(name)}`)
}

/**
 * Injects the {@link AsyncUserSigService} of a module with a name.
 *
 * @param name the `name` of the module
 * @example
 * ```ts
 * constructor(@InjectAsyncUserSig('eu') private readonly userSig: AsyncUserSigService) {}
 * ```
 */
export function InjectAsyncUserSig(name?: string): PropertyDecorator & ParameterDecorator {
  return Inject(getAsyncUserSigToken(name))
}

/** The guards for callbacks of a module. */
export function callbacksToken(name?: string): symbol {
  checkName(name)
  return Symbol.for(`callbacks of ${moduleCall(name)}`)
}

/** Where nothing provides it, Nest's error shows the text of the symbol: the module that is missing. */
export function guardToken(name?: string): symbol {
  checkName(name)
  return Symbol.for(moduleCall(name))
}

function moduleCall(name: string | undefined): string {
  return name === undefined ? 'UserSigModule.forRoot({ … })' : `UserSigModule.forRoot({ name: '${name}', … })`
}
