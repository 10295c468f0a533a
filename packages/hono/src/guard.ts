import type { UserSigClaims } from '@usersig/core'
import { createUserSigGuard, type GuardOptions } from '@usersig/core/endpoint'
import { claimsOf, GUARD_OPTIONS, keepClaims, readOptions } from '@usersig/core/internal'
import { keyOfEnvironment, toResponse } from '@usersig/edge/internal'
import type { Context, Env, MiddlewareHandler } from 'hono'
import { envOf, HonoRequest } from './request.ts'

/** What {@link requireUserSig} may be told. Callbacks get Hono's context first. */
// biome-ignore lint/suspicious/noExplicitAny: as Hono's own Context without a type argument.
export type RequireUserSigOptions<E extends Env = any> = GuardOptions<Context<E>>

/**
 * Creates a guard as middleware: requests with a valid UserSig pass, by default in `Authorization: Bearer`; others get
 * 401. Handlers after it read the claims with {@link getUserSig}.
 *
 * @param given the key, the place of the ticket, withdrawn tickets; callbacks get Hono's context `c`
 * @throws TypeError for an option that is unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key` for values that are known at start
 * @example
 * ```ts
 * app.get('/me', requireUserSig(), (c) => c.json({ userId: getUserSig(c).userId }))
 * ```
 */
// biome-ignore lint/suspicious/noExplicitAny: as Hono's own Context without a type argument.
export function requireUserSig<E extends Env = any>(given?: RequireUserSigOptions<E>): MiddlewareHandler<E> {
  const options = readOptions<RequireUserSigOptions<E>>(given, GUARD_OPTIONS, 'requireUserSig')
  const guard = createUserSigGuard({ ...options, ...keyOfEnvironment(options, envOf) })
  return async (c, next) => {
    const { claims, response } = await guard(new HonoRequest(c))
    if (!claims) return toResponse(response)
    keepClaims(c, claims)
    return await next()
  }
}

/**
 * The claims of the ticket that {@link requireUserSig} let pass.
 *
 * @param c Hono's context
 * @throws TypeError when no guard saw this request
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(c)
 * ```
 */
export function getUserSig(c: Context): UserSigClaims {
  return claimsOf(c, "app.get('/me', requireUserSig(), (c) => c.json({ userId: getUserSig(c).userId }))")
}
