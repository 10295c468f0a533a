import type { IncomingMessage, ServerResponse } from 'node:http'
import type { UserSigClaims } from '@usersig/core'
import { createUserSigGuard, type GuardOptions } from '@usersig/core/endpoint'
import { claimsOf, GUARD_OPTIONS, keepClaims, type OptionTable, readOptions } from '@usersig/core/internal'
import { withKey } from './environment.ts'
import { contextOf, toEndpointRequest, writeEndpointResponse } from './exchange.ts'
import { checkNext } from './next.ts'
import type { NodeContext, NodeGuard, NodeRequest, NodeResponse } from './node-types.ts'

/** What {@link requireUserSig} needs to know; callbacks get Node's request, and `{ res }`. */
export type RequireUserSigOptions<
  Request extends NodeRequest = IncomingMessage,
  Response extends NodeResponse = ServerResponse,
> = GuardOptions<Request, NodeContext<Response>>

const OPTIONS: OptionTable<RequireUserSigOptions> = GUARD_OPTIONS

/**
 * Creates a guard: requests that bring a valid UserSig, by default as `Authorization: Bearer`, are handed to `next()`;
 * the others get 401.
 *
 * @param options where the ticket is, which ones were withdrawn. Without `credentials` and `signer`, it reads the key
 * from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY`, or the file at `USERSIG_SECRETKEY_FILE`
 * @throws TypeError for an option that is unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`
 * @example
 * ```ts
 * app.use('/me', requireUserSig())
 * app.use('/me', (req, res) => res.end(getUserSig(req).userId))
 * ```
 */
export function requireUserSig<
  Request extends NodeRequest = IncomingMessage,
  Response extends NodeResponse = ServerResponse,
>(options: RequireUserSigOptions<Request, Response> = {}): NodeGuard<Request, Response> {
  const read = readOptions<RequireUserSigOptions<Request, Response>>(
    options,
    OPTIONS as OptionTable<RequireUserSigOptions<Request, Response>>,
    'requireUserSig',
  )
  const guard = createUserSigGuard<Request, NodeContext<Response>>(withKey(read))
  return (req, res, next) => {
    checkNext(next, 'requireUserSig', 'res.end(getUserSig(req).userId)')
    guard(toEndpointRequest(req, contextOf(res)))
      .then(({ claims, response }) => {
        if (!claims) {
          writeEndpointResponse(res, response)
          return
        }
        keepClaims(req, claims)
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
 * @throws TypeError when no guard saw the request
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(req)
 * ```
 */
export function getUserSig(req: NodeRequest): UserSigClaims {
  return claimsOf(req, "app.use('/me', requireUserSig())")
}
