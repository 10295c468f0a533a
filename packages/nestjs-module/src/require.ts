import { applyDecorators, UseGuards } from '@nestjs/common'
import { UserSigGuardFor } from './guard.ts'
import { documentGuard } from './swagger.ts'

/**
 * Lets only requests or messages pass that bring a valid UserSig, to a handler or to all handlers of a class.
 * Where `@nestjs/swagger` is installed, the documents say so.
 *
 * @param name the `name` of the module that accepts the ticket
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
  return applyDecorators(UseGuards(UserSigGuardFor(name)), documentGuard())
}
