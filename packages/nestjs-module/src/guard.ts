import { type CanActivate, type ExecutionContext, Inject, Injectable, type Type } from '@nestjs/common'
import { createUserSigGuard, type EndpointResponse } from '@usersig/core/endpoint'
import { keepClaims, sourceOf } from './claims.ts'
import { UserSigGuardException, UserSigUnauthorizedException } from './exceptions.ts'
import { handshakeOf } from './handshake.ts'
import type { FrameworkRequest, UserSigModuleOptions } from './options.ts'
import { type HttpResponse, readHeader, toNodeRequest } from './platform.ts'
import type { UserSigService } from './service.ts'
import { guardToken } from './tokens.ts'

interface Guarded {
  readonly request: FrameworkRequest
  readonly context: ExecutionContext
}

/** The guard of the core, wired for Nest. */
export type TicketCheck = ReturnType<typeof createUserSigGuard<Guarded>>

/** Builds on the service, so that a test that overrides the service also overrides what the guard accepts. */
export function createTicketCheck(signer: UserSigService, options: UserSigModuleOptions): TicketCheck {
  const { getToken, clockTolerance, onError } = options
  for (const [name, callback] of Object.entries({ getToken, onError })) {
    if (callback !== undefined && typeof callback !== 'function') throw new TypeError(`${name} must be a function`)
  }
  return createUserSigGuard<Guarded>({
    signer,
    ...(getToken && { getToken: ({ request, context }) => getToken(request, context) }),
    ...(onError && { onError: (event, { request }) => onError(event, request) }),
    ...(clockTolerance !== undefined && { clockTolerance }),
  })
}

abstract class TicketGuard implements CanActivate {
  readonly #check: TicketCheck

  constructor(check: TicketCheck) {
    this.#check = check
  }

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
 */
@Injectable()
export class UserSigGuard extends TicketGuard {
  constructor(@Inject(guardToken()) check: TicketCheck) {
    super(check)
  }
}

const namedGuards = new Map<string, Type<CanActivate>>()

/**
 * The guard for the tickets of a module with a name.
 *
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

function toHttpException(context: ExecutionContext, answer: EndpointResponse, error: Error): Error {
  if (answer.status !== 401) return new UserSigGuardException(answer, error)
  // So that they are there whichever filter writes the answer.
  const response = context.switchToHttp().getResponse<HttpResponse>()
  for (const name of ['www-authenticate', 'cache-control']) response.header(name, answer.headers[name])
  return new UserSigUnauthorizedException(answer, error)
}

/** Loaded where it is needed: an app without gateways does without the package. */
async function toWsException(answer: EndpointResponse): Promise<Error> {
  const { WsException } = await import('@nestjs/websockets')
  return new WsException(JSON.parse(answer.body) as object)
}
