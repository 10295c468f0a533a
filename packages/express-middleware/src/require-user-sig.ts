import type { UserSigClaims } from '@usersig/core'
import { createUserSigGuard, type GuardOptions } from '@usersig/core/endpoint'
import { claimsOf, GUARD_OPTIONS, keepClaims, type OptionTable, readOptions } from '@usersig/core/internal'
import { contextOf, toEndpointRequest, withKey } from '@usersig/node/internal'
import type { Request, RequestHandler } from 'express'
import { answerWith, type ExpressContext, PASS_ERRORS, type PassErrors } from './pass-errors.ts'

/** What {@link requireUserSig} needs to know; callbacks get Express's request, and `{ res }`. */
export interface RequireUserSigOptions extends GuardOptions<Request, ExpressContext>, PassErrors {}

const OPTIONS = { ...GUARD_OPTIONS, ...PASS_ERRORS } satisfies OptionTable<RequireUserSigOptions>

/**
 * Creates a guard: requests pass that bring a valid UserSig, by default as `Authorization: Bearer`; the others get 401.
 *
 * @param options where the ticket is, which ones were withdrawn. Without `credentials` and `signer`, it reads the key
 * from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY`, or the file at `USERSIG_SECRETKEY_FILE`
 * @throws TypeError for an option that is unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`
 * @example
 * ```ts
 * app.get('/me', requireUserSig(), (req, res) => {
 *   res.json({ userId: getUserSig(req).userId })
 * })
 * ```
 */
export function requireUserSig(options: RequireUserSigOptions = {}): RequestHandler {
  const read = readOptions<RequireUserSigOptions>(options, OPTIONS, 'requireUserSig')
  const { passErrors, ...rest } = read
  const { hooks, answer } = answerWith(read)
  const guard = createUserSigGuard<Request, ExpressContext>(withKey({ ...rest, ...hooks }))
  return (req, res, next) => {
    guard(toEndpointRequest(req, contextOf(res)))
      .then(({ claims, response }) => {
        if (response) return answer(response, req, res, next)
        keepClaims(req, claims)
        return next()
      })
      .catch(next)
  }
}

/**
 * The claims of the ticket that {@link requireUserSig} let pass.
 *
 * @param req the request that the guard passed on
 * @returns what the ticket says, times in Unix seconds
 * @throws TypeError when no guard saw the request
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(req)
 * ```
 */
export function getUserSig(req: Request): UserSigClaims {
  return claimsOf(req, "app.get('/me', requireUserSig(), (req, res) => { … })")
}
