import type { IncomingMessage } from 'node:http'
import { Inject, Injectable } from '@nestjs/common'
import { HttpAdapterHost } from '@nestjs/core'

/**
 * Keeps the body of issuing requests from the parsers of the app, which would read more of it than is allowed, before
 * anybody is logged in, and answer faulty bodies in their own form; and that of callbacks, whose bytes are signed. Both
 * platforms choose the parser by the type of the body, so it is the type that is kept from them, on these routes alone.
 */
@Injectable()
export class UnparsedBody {
  constructor(@Inject(HttpAdapterHost) host: HttpAdapterHost) {
    // Known before the app registers its parsers. In a test it comes after the providers.
    host.init$.subscribe(() => keepFromParsers(host.httpAdapter))
  }
}

/** By this, the adapter of Fastify hands a route its config; it is read on Express too, to know the routes. */
export const ROUTE_CONFIG_KEY = '__fastify_route_config__'
export const ROUTE_CONFIG: Readonly<{ userSigUnparsed: true }> = { userSigUnparsed: true }

const adapters = new WeakSet<object>()

function keepFromParsers(adapter: HttpAdapterHost['httpAdapter'] | undefined): void {
  if (!adapter || adapters.has(adapter)) return
  adapters.add(adapter)
  if (adapter.getType() === 'express') keepFromExpress(adapter.getInstance())
  if (adapter.getType() === 'fastify') keepFromFastify(adapter.getInstance())
}

interface ExpressLayer {
  readonly route?: { readonly stack: readonly { readonly handle: object }[] }
  match(path: string): boolean
}

interface ExpressApp {
  readonly router: { readonly stack: readonly ExpressLayer[] }
  use(middleware: (request: IncomingMessage & { path: string }, response: unknown, next: () => void) => void): void
}

const hiddenTypes = new WeakMap<object, string>()

function keepFromExpress(app: ExpressApp): void {
  let layers: readonly ExpressLayer[] | undefined
  app.use((request, _response, next) => {
    // Known when the first request comes, with the prefix and the version that the app put in front of the path.
    layers ??= app.router.stack.filter(isUnparsed)
    const type = request.headers['content-type']
    if (type !== undefined && layers.some((layer) => layer.match(request.path))) {
      hiddenTypes.set(request, type)
      delete request.headers['content-type']
    }
    next()
  })
}

function isUnparsed({ route }: ExpressLayer): boolean {
  return route?.stack.some(({ handle }) => Reflect.getMetadata(ROUTE_CONFIG_KEY, handle) === ROUTE_CONFIG) ?? false
}

/** Gives a request back what was kept from the parsers. */
export function showType(request: object): void {
  const type = hiddenTypes.get(request)
  if (type !== undefined) (request as IncomingMessage).headers['content-type'] = type
}

interface FastifyRequest {
  readonly raw: IncomingMessage
  headers: IncomingMessage['headers']
}

interface FastifyRoute {
  readonly config?: { readonly userSigUnparsed?: true }
  preParsing?: unknown
  preValidation?: unknown
}

interface FastifyApp {
  addContentTypeParser(
    type: string,
    parser: (request: unknown, body: unknown, done: (error: null) => void) => void,
  ): void
  addHook(name: 'onRoute', hook: (route: FastifyRoute) => void): void
}

const UNPARSED = 'application/vnd.usersig.unparsed'

function keepFromFastify(app: FastifyApp): void {
  app.addContentTypeParser(UNPARSED, (_request, _body, done) => done(null))
  app.addHook('onRoute', (route) => {
    if (!route.config?.userSigUnparsed) return
    route.preParsing = [...list(route.preParsing), hideType]
    route.preValidation = [showTypeAgain, ...list(route.preValidation)]
  })
}

function hideType(
  request: FastifyRequest,
  _reply: unknown,
  body: unknown,
  done: (error: null, body: unknown) => void,
): void {
  if (!isEmpty(request)) request.headers = { ...request.headers, 'content-type': UNPARSED }
  done(null, body)
}

function showTypeAgain(request: FastifyRequest, _reply: unknown, done: () => void): void {
  if (!isEmpty(request)) {
    const { 'content-type': _, ...headers } = request.headers
    request.headers = { ...headers, 'content-type': request.raw.headers['content-type'] }
  }
  done()
}

/** Most requests for a ticket: there is nothing to keep from a parser. */
function isEmpty({ raw }: FastifyRequest): boolean {
  return raw.headers['content-length'] === '0' && raw.headers['content-type'] === undefined
}

function list(hooks: unknown): readonly unknown[] {
  return hooks === undefined ? [] : [hooks].flat()
}
