import { type CanActivate, type ExecutionContext, Inject, Injectable, type Type } from '@nestjs/common'
import { createUserSigGuard, type NotIssuedBefore } from '@usersig/core/endpoint'
import type { AsyncUserSigService } from './async-service.ts'
import { keepClaims, sourceOf } from './claims.ts'
import { toHttpException, toWsException } from './exceptions.ts'
import { handshakeOf } from './handshake.ts'
import type { FrameworkRequest, UserSigModuleOptions } from './options.ts'
import { readHeader, toNodeRequest } from './platform.ts'
import { guardToken } from './tokens.ts'

interface Guarded {
  readonly request: FrameworkRequest
  readonly context: ExecutionContext
}

/** The guard of the core, wired for Nest. */
export type TicketCheck = ReturnType<typeof createUserSigGuard<Guarded>>

/** Builds on the service, so that a test that overrides the service also overrides what the guard accepts. */
export function createTicketCheck(service: AsyncUserSigService, options: UserSigModuleOptions): TicketCheck {
  const { getToken, clockTolerance, isRevoked, notIssuedBefore, callbackTimeout, onError } = options
  for (const [name, callback] of Object.entries({ getToken, isRevoked, onError })) {
    if (callback !== undefined && typeof callback !== 'function') throw new TypeError(`${name} must be a function`)
  }
  return createUserSigGuard<Guarded>({
    signer: ({ request }) => service.signerFor(request),
    ...(isRevoked && { isRevoked: (claims, { request }) => isRevoked(claims, request) }),
    ...(notIssuedBefore !== undefined && { notIssuedBefore: ofRequest(notIssuedBefore) }),
    ...(callbackTimeout !== undefined && { callbackTimeout }),
    ...(getToken && { getToken: ({ request, context }) => getToken(request, context) }),
    ...(onError && { onError: (event, { request }) => onError(event, request) }),
    ...(clockTolerance !== undefined && { clockTolerance }),
  })
}

function ofRequest(moment: NotIssuedBefore<FrameworkRequest>): NotIssuedBefore<Guarded> {
  return typeof moment === 'function' ? (userId, { request }) => moment(userId, request) : moment
}

abstract class TicketGuard implements CanActivate {
  readonly #check: TicketCheck

  constructor(check: TicketCheck) {
    this.#check = check
  }

  /**
   * Nest asks it before each handler.
   *
   * @throws UserSigUnauthorizedException for a ticket that is missing or not valid, on HTTP
   * @throws UserSigGuardException where the guard could not find out, on HTTP
   * @throws WsException for both, on a WebSocket
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const source = sourceOf(context)
    const isWebSocket = context.getType<string>() === 'ws'
    const request = isWebSocket ? handshakeOf(source) : source
    const { headers } = toNodeRequest(request)
    const { claims, response, error } = await this.#check({
      header: (name) => readHeader(headers, name),
      source: { request, context },
    })
    if (!claims) throw isWebSocket ? await toWsException(response) : toHttpException(context, response, error)
    keepClaims(source, claims)
    return true
  }
}

/**
 * Lets HTTP requests and WebSocket messages pass that bring a valid UserSig. The others get an `UnauthorizedException`
 * or a `WsException` whose content is the problem document.
 *
 * `@RequireUserSig()` is the short way to use it.
 *
 * @example
 * ```ts
 * @UseGuards(UserSigGuard)
 * ```
 */
@Injectable()
export class UserSigGuard extends TicketGuard {
  /**
   * Called by Nest.
   *
   * @param check what the module provides
   */
  constructor(@Inject(guardToken()) check: TicketCheck) {
    super(check)
  }
}

const namedGuards = new Map<string, Type<CanActivate>>()

/**
 * The guard for the tickets of a module with a name.
 *
 * @param name the `name` of the module; nothing for the module without one
 * @example
 * ```ts
 * @UseGuards(UserSigGuardFor('eu'))
 * ```
 */
export function UserSigGuardFor(name?: string): Type<CanActivate> {
  if (name === undefined) return UserSigGuard
  const known = namedGuards.get(name)
  if (known) return known

  @Injectable()
  class NamedUserSigGuard extends TicketGuard {
    constructor(@Inject(guardToken(name)) check: TicketCheck) {
      super(check)
    }
  }
  namedGuards.set(name, NamedUserSigGuard)
  return NamedUserSigGuard
}
