import type { UserSigClaims } from '@usersig/core'
import { createUserSigGuard, type GuardOptions } from '@usersig/core/endpoint'
import { claimsOf, GUARD_OPTIONS, keepClaims, type OptionTable, readOptions } from '@usersig/core/internal'
import { toEndpointRequest, withKey } from '@usersig/node/internal'
import type { FastifyRequest } from 'fastify'
import { sendAnswer } from './answer.ts'
import { type AnyReply, type AnyRequest, contextOf, type FastifyContext } from './fastify-types.ts'

/** What {@link requireUserSig} needs to know; callbacks get Fastify's request, and `{ reply }`. */
export type RequireUserSigOptions<Request extends AnyRequest = FastifyRequest> = GuardOptions<Request, FastifyContext>

/** A hook of Fastify: `onRequest`, `preValidation` or `preHandler`. */
export type UserSigHook = (request: AnyRequest, reply: AnyReply, done: (error?: Error) => void) => void

/**
 * Creates a guard as a hook: requests pass that bring a valid UserSig, by default as `Authorization: Bearer`; the
 * others get 401. As `onRequest` it refuses before the body is read.
 *
 * @param options where the ticket is, which ones were withdrawn. Without `credentials` and `signer`, it reads the key
 * from `USERSIG_SDKAPPID` and `USERSIG_SECRETKEY`, or the file at `USERSIG_SECRETKEY_FILE`
 * @throws TypeError for an option that is unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key`
 * @example
 * ```ts
 * app.get('/me', { onRequest: requireUserSig() }, (request) => ({ userId: getUserSig(request).userId }))
 * ```
 */
export function requireUserSig<Request extends AnyRequest = FastifyRequest>(
  options: RequireUserSigOptions<Request> = {},
): UserSigHook {
  const read = readOptions<RequireUserSigOptions<Request>>(
    options,
    GUARD_OPTIONS as OptionTable<RequireUserSigOptions<Request>>,
    'requireUserSig',
  )
  const guard = createUserSigGuard<Request, FastifyContext>(withKey(read))
  // Not an async function: Fastify goes on to the handler when the promise of a hook is kept, also where the client has
  // left before its refusal was written.
  return (request, reply, done) => {
    const asked = { ...toEndpointRequest(request.raw, contextOf(reply)), request: request as Request }
    guard(asked)
      .then(({ claims, response }) => {
        if (!claims) {
          sendAnswer(reply, response)
          return
        }
        keepClaims(request, claims)
        done()
      })
      .catch(done)
  }
}

/**
 * The claims of the ticket that {@link requireUserSig} let pass.
 *
 * @param request the request that the guard passed on
 * @returns what the ticket says, times in Unix seconds
 * @throws TypeError when no guard saw the request
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(request)
 * ```
 */
export function getUserSig(request: AnyRequest): UserSigClaims {
  return claimsOf(request, "app.get('/me', { onRequest: requireUserSig() }, (request) => getUserSig(request))")
}
