import {
  applyDecorators,
  type CanActivate,
  Controller,
  Delete,
  type ExecutionContext,
  Get,
  Inject,
  Options,
  Patch,
  Post,
  Put,
  Req,
  Res,
  type Type,
  UseGuards,
} from '@nestjs/common'
import type { UserSigEndpoint } from '@usersig/core/endpoint'
import { showType } from '../body/express.ts'
import { KeepBody } from '../body/unparsed.ts'
import { documentIssuing, hideFromDocuments } from '../documents/decorators.ts'
import type { FrameworkRequest, UserSigIssuer } from '../options.ts'
import { type HttpResponse, toRequest, writeAnswer } from '../platform.ts'

/** The endpoint of the core, inside the module. */
export const ISSUER_ENDPOINT: symbol = Symbol('UserSigModule endpoint')

/** Of the requests that are on their way from the last guard to the handler. */
const contexts = new WeakMap<object, ExecutionContext>()

/** The last of the guards: callbacks get the context that only guards and interceptors know. */
const keepContext: CanActivate = {
  canActivate(context) {
    contexts.set(context.switchToHttp().getRequest<object>(), context)
    return true
  },
}

/** Takes it out again: a context holds its request, and until a full collection an entry would hold both. */
function takeContext(request: object): ExecutionContext {
  const context = contexts.get(request) as ExecutionContext
  contexts.delete(request)
  return context
}

/** Creates the controller of one module. */
export function createIssuerController({ path, version, guards = [] }: UserSigIssuer): Type {
  @Controller({ path, ...(version !== undefined && { version }) })
  class UserSigController {
    readonly #endpoint: UserSigEndpoint<FrameworkRequest, ExecutionContext>

    constructor(@Inject(ISSUER_ENDPOINT) endpoint: UserSigEndpoint<FrameworkRequest, ExecutionContext>) {
      this.#endpoint = endpoint
    }

    @Post()
    @UseGuards(...guards, keepContext)
    @KeepBody()
    @documentIssuing()
    async issue(@Req() request: object, @Res() response: HttpResponse): Promise<void> {
      showType(request)
      writeAnswer(response, await this.#endpoint(toRequest(request, takeContext(request))))
    }
  }

  // One route each, as a route for all methods would be documented once for each of them. No guard of the app stands
  // before it: that the method is wrong is not a secret.
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
  const decorate = applyDecorators(method, UseGuards(keepContext), KeepBody(), hideFromDocuments())
  decorate(prototype, name, Object.getOwnPropertyDescriptor(prototype, name) as PropertyDescriptor)
}
