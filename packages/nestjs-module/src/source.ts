import type { IncomingHttpHeaders } from 'node:http'
import type { ExecutionContext } from '@nestjs/common'
import { handshakeOf } from './handshake.ts'
import type { FrameworkRequest } from './options.ts'
import { toNodeRequest } from './platform.ts'

/** What a handler is called for. */
export interface Source {
  /**
   * The request of Express or Fastify; the one that opened a WebSocket; the payload of a message between services.
   */
  readonly request: FrameworkRequest
  /** Where the guard looks for the ticket by default. */
  readonly headers: IncomingHttpHeaders
}

/** @throws TypeError where the request is not known */
export function sourceOf(context: ExecutionContext): Source {
  const kind = context.getType<string>()
  if (kind === 'http') return ofRequest(context.switchToHttp().getRequest<object>())
  if (kind === 'ws') return ofRequest(handshakeOf(context.switchToWs().getClient<object>()))
  if (kind === 'graphql') return ofRequest(requestOfResolver(context))
  if (kind === 'rpc') return { request: context.switchToRpc().getData(), headers: {} }
  throw new TypeError(`the guard knows HTTP, WebSockets, GraphQL and microservices, but this is a handler for ${kind}`)
}

function ofRequest(request: object): Source {
  return { request, headers: toNodeRequest(request).headers }
}

/** What the drivers of `@nestjs/graphql` put into the context of a resolver. */
interface ResolverContext {
  readonly req?: object
  readonly request?: object
  readonly reply?: { readonly request: object }
}

function requestOfResolver(context: ExecutionContext): object {
  // The arguments of a resolver end with the context and the info, those of a reference resolver, too.
  const found = context.getArgs<ResolverContext[]>().at(-2)
  const request = found?.req ?? found?.request ?? found?.reply?.request
  if (request) return request
  throw new TypeError(
    'the request is not in the context of this resolver. Add to the options of GraphQLModule:\n\n' +
      '  context: ({ req }) => ({ req }),\n',
  )
}

type Keys = WeakMap<object, WeakMap<object, WeakMap<object, object>>>

const keysOfMessages: Keys = new WeakMap()

/**
 * The object beside which the claims of one call of a handler are kept.
 *
 * A request has one handler. A query of GraphQL calls several resolvers, guarded or not, and each call has an info of
 * its own. The messages of a WebSocket share the client alone: there the claims belong to the client and the handler, so
 * that a handler without a guard has none.
 */
export function keyOf(context: ExecutionContext): object {
  const kind = context.getType<string>()
  if (kind === 'graphql') return context.getArgs<object[]>().at(-1) as object
  if (kind === 'rpc') return context.switchToRpc().getContext<object>()
  if (kind !== 'ws') return context.switchToHttp().getRequest<object>()
  const client = context.switchToWs().getClient<object>()
  const ofClient = getOrAdd(keysOfMessages, client, () => new WeakMap())
  const ofClass = getOrAdd(ofClient, context.getClass(), () => new WeakMap())
  return getOrAdd(ofClass, context.getHandler(), () => ({}))
}

function getOrAdd<Value>(map: WeakMap<object, Value>, key: object, create: () => Value): Value {
  const known = map.get(key)
  if (known !== undefined) return known
  const created = create()
  map.set(key, created)
  return created
}
