import type { IncomingMessage } from 'node:http'
import type { UserSigClaims } from '@usersig/core'
import { createUserSigGuard, type GuardOptions } from '@usersig/core/endpoint'
import { toEndpointRequest, writeEndpointResponse } from './exchange.ts'
import type { NodeRequest, NodeResponse } from './message.ts'
import { failed, type Next } from './serve.ts'

/** What {@link requireUserSig} needs to know; the callbacks get Node's request. */
export type RequireUserSigOptions<Request extends NodeRequest = IncomingMessage> = GuardOptions<Request>

// Beside the request and not on it: no other middleware can write there.
const claimsOfRequests = new WeakMap<object, UserSigClaims>()

/**
 * Creates a guard: requests that bring a valid UserSig, by default as `Authorization: Bearer`, are handed to `next()`;
 * the others get 401.
 *
 * @param options credentials or signer, where the ticket is, which ones were withdrawn
 * @throws TypeError that shows the lines that are missing, when the credentials are
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`
 * @example
 * ```ts
 * app.use('/me', requireUserSig({ signer }))
 * app.use('/me', (req, res) => res.end(getUserSig(req).userId))
 * ```
 */
export function requireUserSig<Request extends NodeRequest = IncomingMessage>(
  options: RequireUserSigOptions<Request>,
): (req: Request, res: NodeResponse, next: Next) => void {
  const guard = createUserSigGuard<Request>(options)
  return (req, res, next) => {
    if (typeof next !== 'function') {
      throw new TypeError(
        'requireUserSig() has nobody to hand requests on to. On a bare server, pass what comes next:\n\n  ' +
          'guard(req, res, () => res.end(getUserSig(req).userId))\n',
      )
    }
    guard(toEndpointRequest(req))
      .then(({ claims, response }) => {
        if (!claims) {
          writeEndpointResponse(res, response)
          return
        }
        claimsOfRequests.set(req, claims)
        next()
      })
      .catch((error) => failed(error, res, next))
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
export function getUserSig(req: NodeRequest): UserSigClaims {
  const claims = claimsOfRequests.get(req)
  if (claims) return claims
  throw new TypeError(
    'this request has passed no guard, so it has no UserSig. Mount the guard in front of the handler:\n\n  ' +
      `app.use('/me', requireUserSig({ signer }))\n`,
  )
}
