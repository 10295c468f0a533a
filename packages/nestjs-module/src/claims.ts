import { createParamDecorator, type ExecutionContext } from '@nestjs/common'
import type { UserSigClaims } from '@usersig/core'

// Beside the request and not on it: nothing else can write there.
const claimsOfSources = new WeakMap<object, UserSigClaims>()

/** The request, or the client of a WebSocket. */
export function sourceOf(context: ExecutionContext): object {
  const kind = context.getType<string>()
  if (kind === 'http') return context.switchToHttp().getRequest<object>()
  if (kind === 'ws') return context.switchToWs().getClient<object>()
  throw new TypeError(`UserSigGuard guards HTTP routes and WebSocket gateways, but this is a handler for ${kind}`)
}

export function keepClaims(source: object, claims: UserSigClaims): void {
  claimsOfSources.set(source, claims)
}

/**
 * The claims of the ticket that the guard let pass.
 *
 * @param source the request of Express or Fastify, or the client of a WebSocket
 * @returns what the ticket says, times in Unix seconds
 * @throws TypeError when the guard is not in front of the handler
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(request)
 * ```
 */
export function getUserSig(source: object): UserSigClaims {
  const claims = claimsOfSources.get(source)
  if (claims) return claims
  throw new TypeError(
    'no UserSigGuard let this pass, so there is no UserSig. Add to the handler or its class:\n\n  @RequireUserSig()\n',
  )
}

/**
 * The claims of the ticket that the guard let pass, or one of them, as a parameter of the handler.
 *
 * @example
 * ```ts
 * @Get('me')
 * @RequireUserSig()
 * me(@UserSig() claims: UserSigClaims, @UserSig('userId') userId: string) {}
 * ```
 */
export const UserSig: (claim?: keyof UserSigClaims) => ParameterDecorator = createParamDecorator(
  (claim: keyof UserSigClaims | undefined, context: ExecutionContext) => {
    const claims = getUserSig(sourceOf(context))
    return claim === undefined ? claims : claims[claim]
  },
)
