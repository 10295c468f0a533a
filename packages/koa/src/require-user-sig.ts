import type { UserSigClaims } from '@usersig/core'
import { createUserSigGuard, type GuardOptions } from '@usersig/core/endpoint'
import { claimsOf, GUARD_OPTIONS, keepClaims, type OptionTable, readOptions } from '@usersig/core/internal'
import { withKey } from '@usersig/node/internal'
import type { Context } from 'koa'
import { answer, toRequest } from './exchange.ts'
import type { KoaContext, KoaMiddleware } from './koa-types.ts'

/** What {@link requireUserSig} needs to know; callbacks get Koa's context. */
export type RequireUserSigOptions<C extends KoaContext = Context> = GuardOptions<C>

/**
 * Creates a guard: requests pass that bring a valid UserSig, by default as `Authorization: Bearer`; the others get 401.
 *
 * @param options where the ticket is, which ones were withdrawn; callbacks get Koa's context `ctx`. Without
 * `credentials` and `signer`, it reads the key from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY`, or the file at
 * `USERSIG_SECRETKEY_FILE`
 * @throws TypeError for an option that is unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`
 * @example
 * ```ts
 * router.get('/me', requireUserSig(), (ctx) => {
 *   ctx.body = { userId: getUserSig(ctx).userId }
 * })
 * ```
 */
export function requireUserSig<C extends KoaContext = Context>(options: RequireUserSigOptions<C> = {}): KoaMiddleware {
  const read = readOptions<RequireUserSigOptions<C>>(
    options,
    GUARD_OPTIONS as OptionTable<RequireUserSigOptions<C>>,
    'requireUserSig',
  )
  const guard = createUserSigGuard<C>(withKey(read))
  return async (ctx, next) => {
    const { claims, response } = await guard(toRequest(ctx as C))
    if (!claims) return await answer(ctx, response)
    // The routes of a router may get a context of their own, which stands on that of the app: the request is the same.
    keepClaims(ctx.req, claims)
    await next()
  }
}

/**
 * The claims of the ticket that {@link requireUserSig} let pass.
 *
 * @param ctx Koa's context
 * @returns what the ticket says, times in Unix seconds
 * @throws TypeError when no guard saw the request
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(ctx)
 * ```
 */
export function getUserSig(ctx: KoaContext): UserSigClaims {
  return claimsOf(ctx.req, "router.get('/me', requireUserSig(), (ctx) => { … })")
}
