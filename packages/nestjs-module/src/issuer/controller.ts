import {
  applyDecorators,
  Controller,
  Delete,
  Get,
  Inject,
  Options,
  Patch,
  Post,
  Put,
  Req,
  Res,
  SetMetadata,
  type Type,
  UseGuards,
} from '@nestjs/common'
import type { UserSigEndpoint } from '@usersig/core/endpoint'
import type { FrameworkRequest, UserSigIssuer } from '../options.ts'
import { type HttpResponse, toRequest, writeAnswer } from '../platform.ts'
import { documentIssuing, hideFromDocuments } from '../swagger.ts'
import { ROUTE_CONFIG, ROUTE_CONFIG_KEY, showType } from './unparsed-body.ts'

/** The endpoint of the core, inside the module. */
export const ISSUER_ENDPOINT: symbol = Symbol('UserSigModule endpoint')

/** Creates the controller of one module. */
export function createIssuerController({ path, version, guards = [] }: UserSigIssuer): Type {
  @Controller({ path, ...(version !== undefined && { version }) })
  class UserSigController {
    readonly #endpoint: UserSigEndpoint<FrameworkRequest>

    constructor(@Inject(ISSUER_ENDPOINT) endpoint: UserSigEndpoint<FrameworkRequest>) {
      this.#endpoint = endpoint
    }

    @Post()
    @UseGuards(...guards)
    @SetMetadata(ROUTE_CONFIG_KEY, ROUTE_CONFIG)
    @documentIssuing()
    async issue(@Req() request: object, @Res() response: HttpResponse): Promise<void> {
      showType(request)
      writeAnswer(response, await this.#endpoint(toRequest(request)))
    }
  }

  // One route each, as a route for all methods would be documented once for each of them. No guard stands in front:
  // that the method is wrong is no secret.
  for (const [name, method] of Object.entries({ get: Get, put: Put, patch: Patch, delete: Delete, options: Options })) {
    addMethod(UserSigController, name, method())
  }
  return UserSigController
}

/** Adds a handler that does the same, for another HTTP method. */
function addMethod({ prototype }: Type, name: string, method: MethodDecorator): void {
  Object.defineProperty(prototype, name, {
    configurable: true,
    writable: true,
    value: function (this: { issue(...args: unknown[]): unknown }, request: unknown, response: unknown): unknown {
      return this.issue(request, response)
    },
  })
  Req()(prototype, name, 0)
  Res()(prototype, name, 1)
  const decorate = applyDecorators(method, SetMetadata(ROUTE_CONFIG_KEY, ROUTE_CONFIG), hideFromDocuments())
  decorate(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor)
}
