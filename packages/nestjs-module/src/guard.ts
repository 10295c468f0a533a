import {
  applyDecorators,
  type CanActivate,
  type ExecutionContext,
  Inject,
  Injectable,
  type Type,
  UseGuards,
} from '@nestjs/common'
import type { Signer } from '@usersig/core/endpoint'
import { createUserSigGuard, type UserSigGuard as TicketCheck } from '@usersig/core/endpoint'
import { dropClaims, GUARD_OPTIONS, keepClaims } from '@usersig/core/internal'
import { withEnvironment } from '@usersig/node/internal'
import { documentGuard } from './documents/decorators.ts'
import { toException } from './exceptions.ts'
import type { FrameworkRequest, UserSigModuleOptions } from './options.ts'
import { livesOn, readHeader } from './platform.ts'
import { optionsFor } from './read-options.ts'
import { signerOf, type UserSigService } from './service.ts'
import { keyOf, sourceOf } from './source.ts'
import { guardToken } from './tokens.ts'

/** The guard of the core, wired for Nest. */
type Check = TicketCheck<FrameworkRequest, ExecutionContext>

export function createTicketCheck(service: UserSigService | Signer, options: UserSigModuleOptions): Check {
  const { credentials, ...shared } = optionsFor(withEnvironment(options), GUARD_OPTIONS)
  return createUserSigGuard<FrameworkRequest, ExecutionContext>({ ...shared, signer: signerOf(service) })
}

abstract class TicketGuard implements CanActivate {
  readonly #check: Check

  constructor(check: Check) {
    this.#check = check
  }

  /**
   * Nest asks it before each handler.
   *
   * @throws UserSigException for a ticket that is missing or not valid (401), and where the guard could not find out
   *   (404, 500, 503); on a WebSocket a `WsException`, in a microservice an `RpcException`
   */
  async canActivate(context: ExecutionContext): Promise<boolean> {
    const { request, headers } = sourceOf(context)
    const { claims, response, error } = await this.#check({
      header: (name) => readHeader(headers, name),
      request,
      context,
      waitUntil: livesOn,
    })
    const key = keyOf(context)
    if (!claims) {
      // An earlier message of a WebSocket may have left some.
      dropClaims(key)
      throw await toException(context, response, error)
    }
    keepClaims(key, claims)
    return true
  }
}

/**
 * Lets requests and messages pass that bring a valid UserSig. The others get an exception whose content is the problem
 * document. `@RequireUserSig()` puts it before a handler; the class itself is for whole apps.
 *
 * @example
 * ```ts
 * providers: [{ provide: APP_GUARD, useClass: UserSigGuard }]
 * ```
 */
@Injectable()
export class UserSigGuard extends TicketGuard {
  /**
   * Called by Nest.
   *
   * @param check what the module provides
   */
  constructor(@Inject(guardToken()) check: Check) {
    super(check)
  }
}

const namedGuards = new Map<string, Type<CanActivate>>()

/** The guard for the tickets of a module. */
function guardFor(name: string | undefined): Type<CanActivate> {
  if (name === undefined) return UserSigGuard
  const known = namedGuards.get(name)
  if (known) return known

  @Injectable()
  class NamedUserSigGuard extends TicketGuard {
    constructor(@Inject(guardToken(name)) check: Check) {
      super(check)
    }
  }
  namedGuards.set(name, NamedUserSigGuard)
  return NamedUserSigGuard
}

/**
 * Lets only requests or messages pass that bring a valid UserSig, to a handler or to all handlers of a class: HTTP
 * routes, gateways, resolvers of GraphQL, microservices. Where `@nestjs/swagger` is installed, the documents say so.
 *
 * @param name the `name` of the module that accepts the ticket
 * @throws TypeError for a name that is not a text, or empty
 * @example
 * ```ts
 * @Get('me')
 * @RequireUserSig()
 * me(@UserSig('userId') userId: string) {
 *   return { userId }
 * }
 * ```
 */
export function RequireUserSig(name?: string): ClassDecorator & MethodDecorator {
  return applyDecorators(UseGuards(guardFor(name)), documentGuard())
}
