import type { UserSigClaims } from '@usersig/core'
import { createUserSigGuard, type GuardOptions } from '@usersig/core/endpoint'
import { toEndpointRequest, writeEndpointResponse } from '@usersig/node'
import type { Request, RequestHandler } from 'express'
import { type PassErrors, passedErrors } from './pass-errors.ts'

/** What {@link requireUserSig} needs to know; the callbacks get Express's request. */
export type RequireUserSigOptions = GuardOptions<Request> & PassErrors

// Beside the request and not on it: no other middleware can write there.
const claimsOfRequests = new WeakMap<object, UserSigClaims>()

/**
 * Creates a guard: requests pass that bring a valid UserSig, by default as `Authorization: Bearer`; the others get 401.
 *
 * @param options credentials or signer, where the ticket is, which ones were withdrawn
 * @throws TypeError that shows the lines that are missing, when the credentials are
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`
 * @example
 * ```ts
 * app.get('/me', requireUserSig({ credentials }), (req, res) => {
 *   res.json({ userId: getUserSig(req).userId })
 * })
 * ```
 */
export function requireUserSig(options: RequireUserSigOptions): RequestHandler {
  const errors = passedErrors(options)
  const guard = createUserSigGuard<Request>(errors.options)
  return (req, res, next) => {
    guard(toEndpointRequest(req))
      .then(({ claims, response }) => {
        if (!claims) {
          const error = errors.of(req)
          if (error) next(error)
          else writeEndpointResponse(res, response)
          return
        }
        claimsOfRequests.set(req, claims)
        next()
      })
      .catch(next)
  }
}

/**
 * The claims of the ticket that {@link requireUserSig} let pass.
 *
 * @param req the request that the guard passed on
 * @returns what the ticket says, times in Unix seconds
 * @throws TypeError when the guard is not mounted in front of the handler
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(req)
 * ```
 */
export function getUserSig(req: Request): UserSigClaims {
  const claims = claimsOfRequests.get(req)
  if (claims) return claims
  throw new TypeError(
    'this request has passed no guard, so it has no UserSig. Mount the guard in front of the handler:\n\n  ' +
      `app.get('/me', requireUserSig({ credentials }), (req, res) => { … })\n`,
  )
}
