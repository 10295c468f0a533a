import type { UserSigClaims } from '@usersig/core'
import { createUserSigGuard, type GuardOptions } from '@usersig/core/endpoint'
import {
  type Call,
  type CallArguments,
  type ExecutionContext,
  type FetchHandler,
  type MaybePromise,
  toCall,
} from './call.ts'
import { type CorsOptions, createCors } from './cors.ts'
import { type ErrorHook, toHooks } from './hooks.ts'
import { respond } from './respond.ts'
import { SHARED_NAMES, type SharedOptions, toShared } from './shared.ts'
import { SIGNER_NAMES, type SignerOptions, toSignerSource } from './signer.ts'
import { toEndpointRequest, toResponse } from './translate.ts'
import { checkCallback, checkNames } from './wiring.ts'

/** What {@link requireUserSig} needs to know. `Env` is what the platform passes as second argument. */
export type RequireUserSigOptions<Env = unknown> = SignerOptions<Env> &
  ErrorHook<Env> &
  SharedOptions<Env> & {
    /** Where the ticket is. @defaultValue the header `Authorization: Bearer` */
    getToken?: (
      request: Request,
      env: Env,
      ctx: ExecutionContext | undefined,
    ) => MaybePromise<string | null | undefined>
    /** By how many seconds clocks may differ, 0 to 86400. @defaultValue 5 */
    clockTolerance?: number
    /** Whether a ticket that is otherwise valid was withdrawn: `true` answers 401. @defaultValue none is */
    isRevoked?: (
      claims: UserSigClaims,
      request: Request,
      env: Env,
      ctx: ExecutionContext | undefined,
    ) => MaybePromise<boolean>
    /** Which other origins may call from a browser; preflights are answered without a ticket. @defaultValue none */
    cors?: CorsOptions<Env>
  }

/** A fetch handler of the app. */
export type GuardedHandler<Env> = (request: Request, ...rest: CallArguments<Env>) => MaybePromise<Response>

const NAMES = [...SIGNER_NAMES, ...SHARED_NAMES, 'getToken', 'clockTolerance', 'isRevoked', 'cors', 'onError'] as const

// Beside the request and not on it: what a client sends cannot get there.
const claimsOfRequests = new WeakMap<Request, UserSigClaims>()

/**
 * Puts a guard in front of a fetch handler: requests pass that bring a valid UserSig, by default as
 * `Authorization: Bearer`; others get 401. The handler reads the claims with {@link getUserSig}. What it throws or
 * rejects with is passed on.
 *
 * @param handler what is called for requests that bring a valid ticket
 * @param options credentials or signer, where the ticket is, which ones were withdrawn
 * @throws TypeError that shows the line to add, when the handler or the credentials are missing
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key` for credentials given as values
 * @example
 * ```ts
 * const me = requireUserSig((request) => Response.json({ userId: getUserSig(request).userId }), { credentials })
 * ```
 */
export function requireUserSig<Env = unknown>(
  handler: GuardedHandler<Env>,
  options: RequireUserSigOptions<Env>,
): FetchHandler<Env> {
  if (typeof handler !== 'function') {
    throw new TypeError(
      'the handler to guard is missing. Pass it in front of the options:\n\n  ' +
        'requireUserSig((request) => Response.json(getUserSig(request)), { credentials })\n',
    )
  }
  checkNames(options, NAMES, 'requireUserSig')
  const guardOptions = toGuardOptions(options)
  const guard = createUserSigGuard(guardOptions)
  const cors = createCors(options.cors, undefined)

  return async (request, ...rest) => {
    const call = toCall(request, rest)
    return await respond(call, cors, guardOptions, async () => {
      const { claims, response } = await guard(toEndpointRequest(call))
      if (!claims) return toResponse(response)
      claimsOfRequests.set(request, claims)
      return await handler(request, ...rest)
    })
  }
}

/**
 * The claims of the ticket that {@link requireUserSig} let pass.
 *
 * @param request the very request that the guard passed on, not a copy of it
 * @throws TypeError when no guard saw this request
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(request)
 * ```
 */
export function getUserSig(request: Request): UserSigClaims {
  const claims = claimsOfRequests.get(request)
  if (claims) return claims
  throw new TypeError(
    'this request has passed no guard, so it has no UserSig; or it is a copy of the one that did. Guard the handler:' +
      '\n\n  requireUserSig((request) => Response.json(getUserSig(request)), { credentials })\n',
  )
}

function toGuardOptions<Env>(options: RequireUserSigOptions<Env>): GuardOptions<Call<Env>> {
  const { getToken, clockTolerance, isRevoked } = options
  checkCallback(options, 'getToken')
  checkCallback(options, 'isRevoked')
  return {
    ...toSignerSource(options),
    ...toHooks(options),
    ...toShared(options),
    ...(isRevoked && { isRevoked: (claims, { request, env, ctx }) => isRevoked(claims, request, env, ctx) }),
    ...(getToken && { getToken: ({ request, env, ctx }) => getToken(request, env, ctx) }),
    ...(clockTolerance !== undefined && { clockTolerance }),
  }
}
