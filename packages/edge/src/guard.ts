import type { UserSigClaims } from '@usersig/core'
import { createUserSigGuard, type GuardOptions } from '@usersig/core/endpoint'
import { claimsOf, GUARD_OPTIONS, keepClaims, type OptionTable, ownOptions, readOptions } from '@usersig/core/internal'
import { type CorsOptions, corsOption, createCors } from './cors.ts'
import { keyOfEnvironment } from './environment.ts'
import {
  checkHandler,
  checkNotHandler,
  type EdgeContext,
  type FetchHandler,
  type GuardedHandler,
} from './fetch-handler.ts'
import { envOf, toEndpointRequest, toResponse } from './translate.ts'

/** What {@link requireUserSig} may be told. `Env` is what the platform passes as second argument. */
export interface RequireUserSigOptions<Env = unknown> extends GuardOptions<Request, EdgeContext<Env>> {
  /** Which other origins may call from a browser; preflights are answered without a ticket. @defaultValue none */
  cors?: CorsOptions<Env>
}

const OPTIONS: OptionTable<RequireUserSigOptions> = { ...GUARD_OPTIONS, cors: corsOption }

const LINE = 'requireUserSig(options)((request) => new Response(getUserSig(request).userId))'

/**
 * Puts a guard in front of a fetch handler: requests with a valid UserSig pass, by default in `Authorization: Bearer`;
 * others get 401. The handler reads the claims with {@link getUserSig}. Its errors are passed on.
 *
 * @param given the key, the place of the ticket, withdrawn tickets; callbacks get `(request, { env, ctx })`
 * @returns a function from a handler to the guarded handler
 * @throws TypeError for an option that is unknown or of the wrong type
 * @throws UserSigError `invalid_sdk_app_id`, `invalid_secret_key` for values that are known at start
 * @example
 * ```ts
 * const me = requireUserSig()((request) => new Response(`hello ${getUserSig(request).userId}`))
 * ```
 */
export function requireUserSig<Env = unknown>(
  given?: RequireUserSigOptions<Env>,
): <HandlerEnv extends Env = Env>(handler: GuardedHandler<HandlerEnv>) => FetchHandler<HandlerEnv> {
  checkNotHandler(given, LINE)
  const { cors, ...rest } = readOptions<RequireUserSigOptions<Env>>(given, OPTIONS, 'requireUserSig')
  const options = ownOptions(rest)
  const guard = createUserSigGuard({ ...options, ...keyOfEnvironment(options, envOf) })
  const withCors = createCors(cors, undefined, options)
  return <HandlerEnv extends Env = Env>(handler: GuardedHandler<HandlerEnv>): FetchHandler<HandlerEnv> => {
    checkHandler(handler, LINE)
    return async (request, ...rest) => {
      const asked = toEndpointRequest<HandlerEnv>(request, rest)
      return await withCors(asked, async () => {
        const { claims, response } = await guard(asked)
        if (!claims) return toResponse(response)
        keepClaims(request, claims)
        return await handler(request, asked.context.env, asked.context.ctx)
      })
    }
  }
}

/**
 * The claims of the ticket that {@link requireUserSig} let pass.
 *
 * @param request the same request object that the guard passed on, not a copy
 * @throws TypeError if no guard handled this request
 * @example
 * ```ts
 * const { userId, expiresAt } = getUserSig(request)
 * ```
 */
export function getUserSig(request: Request): UserSigClaims {
  return claimsOf(request, LINE)
}
