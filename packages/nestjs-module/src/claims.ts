import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { UserSigClaims } from '@usersig/core'
import { claimsOf } from '@usersig/core/internal'
import { keyOf } from './source.ts'

/**
 * The claims of the ticket that the guard let pass, for code outside of a handler's parameters.
 *
 * @param source the request of Express or Fastify; or the `ExecutionContext`, which interceptors get, in gateways,
 *   resolvers and microservices
 * @returns what the ticket says, times in Unix seconds
 * @throws TypeError when the guard is not before the handler
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(request)
 * ```
 */
export function getUserSig(source: object): UserSigClaims {
  return claimsOf(isExecutionContext(source) ? keyOf(source) : source, '@RequireUserSig()')
}

function isExecutionContext(source: object): source is ExecutionContext {
  return 'getHandler' in source && 'switchToHttp' in source
}

/**
 * The claims of the ticket that the guard let pass, or one of them, as a parameter of the handler.
 *
 * @throws TypeError when the guard is not before the handler
 * @example
 * ```ts
 * @Get('me')
 * @RequireUserSig()
 * me(@UserSig() claims: UserSigClaims, @UserSig('userId') userId: string) {}
 * ```
 */
export const UserSig: (claim?: keyof UserSigClaims) => ParameterDecorator = createParamDecorator(
  (claim: keyof UserSigClaims | undefined, context: ExecutionContext) => {
    const claims = getUserSig(context)
    return claim === undefined ? claims : claims[claim]
  },
)
